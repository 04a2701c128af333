#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Deterministic generator of the performance forms (ODK XForms, no outside inputs).
usage: generate_forms.py OUTDIR
  q250.xml        250 questions in 25 groups, 20 calculates, 100 relevances, 60 constraints, 2 languages
  q2000.xml       2,000 questions in 100 groups + 500 calculates in 10 chains of 50, 600 relevances
  rep100.xml      repeat of 30 questions; jr:count driven by /data/n (default 100), per-instance relevance
                  and calculate, sum()/count()/max() over the repeat
  rep100_0.xml    the same with /data/n default 0 (so that growth to 100 can be timed)
  rep100_man.xml  the same without jr:count, one instance in the template (99 more are added by hand)
  cascade10k.xml  10 regions -> 100 districts -> 10,000 sites, three-level cascading select, internal instance
"""
import os, random, sys
out = sys.argv[1] if len(sys.argv) > 1 else '.'
os.makedirs(out, exist_ok=True)
HEAD = ('<?xml version="1.0"?>\n<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" '
 'xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/xforms" xmlns:xsd="http://www.w3.org/2001/XMLSchema" '
 'xmlns:odk="http://www.opendatakit.org/xforms" xmlns:ev="http://www.w3.org/2001/xml-events">\n')

def form(fid, title, itext, instance, binds, body, secondary=''):
    return (HEAD + f'<h:head><h:title>{title}</h:title>\n<model odk:xforms-version="1.0.0">\n' + itext +
      f'<instance><data id="{fid}" version="1">\n{instance}\n<meta><instanceID/></meta></data></instance>\n' + secondary +
      '\n'.join(binds) + '\n<bind nodeset="/data/meta/instanceID" type="string" readonly="true()" jr:preload="uid"/>\n'
      '</model></h:head>\n<h:body>\n' + '\n'.join(body) + '\n</h:body></h:html>\n')

def itext_block(entries, langs=('English (en)', 'Kiswahili (sw)')):
    s = '<itext>\n'
    for l in langs:
        d = ' default="true()"' if l == langs[0] else ''
        s += f'<translation lang="{l}"{d}>\n' + ''.join(
            f'<text id="{k}"><value>{v} [{l[-3:-1]}]</value></text>\n' for k, v in entries) + '</translation>\n'
    return s + '</itext>\n'

def questions(nq, per_group, ncalc, chain_len, nrel, ncons, rnd):
    """-> itext entries, instance, binds, body, answers.  q types cycle; calculates are appended in chains."""
    it, inst, binds, body, ans = [], [], [], [], []
    types = ['string', 'int', 'select1', 'int', 'select', 'decimal', 'select1', 'date', 'int', 'select1']
    ng = (nq + per_group - 1) // per_group
    rel_every = max(1, nq // nrel) if nrel else 0
    cons_every = max(1, nq // ncons) if ncons else 0
    for g in range(ng):
        inst.append(f'<g{g}>'); body.append(f'<group ref="/data/g{g}"><label>Section {g}</label>')
        for i in range(g*per_group, min(nq, (g+1)*per_group)):
            t = types[i % 10]; ref = f'/data/g{g}/q{i}'
            inst.append(f'<q{i}/>')
            a = f'<bind nodeset="{ref}" type="{"string" if t.startswith("select") else t}"'
            if rel_every and i % rel_every == rel_every-1 and i > 10:
                # nearest earlier select1 (index 2, 6 or 9 mod 10) decides
                j = i-1
                while types[j % 10] != 'select1': j -= 1
                a += f' relevant="/data/g{j//per_group}/q{j} != \'c5\'"'
            if cons_every and t == 'int' and i % cons_every <= 2:
                a += f' constraint=". &gt;= 0 and . &lt;= 120" jr:constraintMsg="Between 0 and 120"'
            if i % 3 == 0: a += ' required="true()"'
            binds.append(a + '/>')
            it.append((f'q{i}:label', f'Question number {i}: please ask the respondent exactly as written'))
            if i % 5 == 0: it.append((f'q{i}:hint', f'Hint for the interviewer at question {i}'))
            hint = f'<hint ref="jr:itext(\'q{i}:hint\')"/>' if i % 5 == 0 else ''
            lab = f'<label ref="jr:itext(\'q{i}:label\')"/>' + hint
            if t.startswith('select'):
                items = ''.join(f'<item><label ref="jr:itext(\'ch{k}:label\')"/><value>c{k}</value></item>' for k in range(1, 7))
                body.append(f'<{t} ref="{ref}">{lab}{items}</{t}>')
            else:
                body.append(f'<input ref="{ref}">{lab}</input>')
            ans.append((g, i, {'string': f'Answer text {i}: ' + 'the respondent explained at some length that the household moved last year ' * 2, 'int': str(rnd.randint(1, 99)), 'decimal': f'{rnd.random()*100:.2f}',
                'date': f'2026-0{rnd.randint(1,9)}-1{rnd.randint(0,9)}', 'select1': f'c{rnd.randint(1,4)}',
                'select': 'c1 c3 c4'}[t]))
        inst.append(f'</g{g}>'); body.append('</group>')
    for k in range(1, 7): it.append((f'ch{k}:label', f'Choice {k}'))
    # calculates: chain c, link l: previous + an int question's value
    inst.append('<calc>')
    ints = [i for i in range(nq) if types[i % 10] == 'int']
    nch = ncalc // chain_len if chain_len else 0
    for c in range(nch):
        for l in range(chain_len):
            n = f'k{c}_{l}'; inst.append(f'<{n}/>')
            qi = ints[(c*chain_len + l) % len(ints)]
            term = f'coalesce(/data/g{qi//per_group}/q{qi}, 0)'
            prev = f'/data/calc/k{c}_{l-1} + ' if l else ''
            binds.append(f'<bind nodeset="/data/calc/{n}" type="int" calculate="{prev}{term}"/>')
    inst.append('</calc>')
    return it, '\n'.join(inst), binds, body, ans

def write(name, s):
    with open(os.path.join(out, name), 'w') as f: f.write(s)
    print(name, len(s))

rnd = random.Random(1)
it, inst, binds, body, ans = questions(250, 10, 20, 5, 100, 60, rnd)
write('q250.xml', form('q250', 'Two hundred and fifty questions', itext_block(it), inst, binds, body))
it, inst, binds, body, ans = questions(2000, 20, 500, 50, 600, 300, random.Random(2))
write('q2000.xml', form('q2000', 'Two thousand questions', itext_block(it), inst, binds, body))

def repeat(fid, default_n, jrcount=True):
    types = ['int', 'string', 'select1', 'int', 'decimal', 'select1']
    it = [('n:label', 'How many members?')] + [(f'ch{k}:label', f'Choice {k}') for k in range(1, 5)]
    inst = f'<n>{default_n}</n><total/><cnt/><big/>\n<m><nm/><idx/><tot/>' + ''.join(f'<r{i}/>' for i in range(30)) + '</m>\n'
    # an ODK template marks the repeat shape
    inst = inst.replace('<m>', '<m jr:template="">') if jrcount else inst
    b = ['<bind nodeset="/data/n" type="int"/>',
         '<bind nodeset="/data/total" type="int" calculate="sum(/data/m/r0)"/>',
         '<bind nodeset="/data/cnt" type="int" calculate="count(/data/m)"/>',
         '<bind nodeset="/data/big" type="int" calculate="max(/data/m/tot)"/>',
         '<bind nodeset="/data/m/nm" type="string"/>',
         '<bind nodeset="/data/m/idx" type="int" calculate="position(..)"/>',
         '<bind nodeset="/data/m/tot" type="int" calculate="coalesce(../r0,0) + coalesce(../r3,0)"/>']
    body = ['<input ref="/data/n"><label ref="jr:itext(\'n:label\')"/></input>',
            '<group ref="/data/m"><label>Member</label>' +
            ('<repeat nodeset="/data/m" jr:count="/data/n">' if jrcount else '<repeat nodeset="/data/m">'),
            '<input ref="/data/m/nm"><label>Name</label></input>']
    for i in range(30):
        t = types[i % 6]
        rel = f' relevant="../r{i-1} != \'c4\'"' if i % 6 == 3 else (f' relevant="../r0 &gt;= {i%5}"' if i % 6 == 4 else '')
        b.append(f'<bind nodeset="/data/m/r{i}" type="{"string" if t=="select1" else t}"{rel}/>')
        it.append((f'r{i}:label', f'Repeat question {i}'))
        lab = f'<label ref="jr:itext(\'r{i}:label\')"/>'
        if t == 'select1':
            body.append(f'<select1 ref="/data/m/r{i}">{lab}' + ''.join(
              f'<item><label ref="jr:itext(\'ch{k}:label\')"/><value>c{k}</value></item>' for k in range(1, 5)) + '</select1>')
        else: body.append(f'<input ref="/data/m/r{i}">{lab}</input>')
    body.append('</repeat></group>')
    return form(fid, fid, itext_block(it), inst, b, body)
write('rep100.xml', repeat('rep100', 100))
write('rep100_0.xml', repeat('rep100_0', 0))
write('rep100_man.xml', repeat('rep100_man', 1, False))

# cascade
def item(*kv): return '<item>' + ''.join(f'<{k}>{v}</{k}>' for k, v in kv) + '</item>\n'
sec = '<instance id="regions"><root>\n' + ''.join(item(('name', f'r{r}'), ('label', f'Region {r}')) for r in range(10)) + '</root></instance>\n'
sec += '<instance id="districts"><root>\n' + ''.join(item(('name', f'r{r}d{d}'), ('label', f'District {r}-{d}'), ('region', f'r{r}')) for r in range(10) for d in range(10)) + '</root></instance>\n'
sec += '<instance id="sites"><root>\n' + ''.join(item(('name', f's{r}_{d}_{s}'), ('label', f'Site {r}-{d}-{s}'), ('region', f'r{r}'), ('district', f'r{r}d{d}')) for r in range(10) for d in range(10) for s in range(100)) + '</root></instance>\n'
b = [f'<bind nodeset="/data/{n}" type="string"/>' for n in ('region', 'district', 'site')]
def sel(ref, lab, nodeset): return (f'<select1 ref="/data/{ref}"><label>{lab}</label><itemset nodeset="{nodeset}"><value ref="name"/><label ref="label"/></itemset></select1>')
body = [sel('region', 'Region', "instance('regions')/root/item"),
        sel('district', 'District', "instance('districts')/root/item[region = /data/region ]"),
        sel('site', 'Site', "instance('sites')/root/item[region = /data/region and district = /data/district ]")]
write('cascade10k.xml', form('cascade10k', 'Cascade', '', '<region/><district/><site/>', b, body, sec))
