#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the forms of the benchmarks into a folder. Always the same bytes, so that figures can be compared over years
and with other engines.

usage: generate_forms.py FOLDER

  q250.xml        250 questions in 25 groups, 20 calculates, 100 relevances, 60 constraints, 2 languages
  q2000.xml       2,000 questions in 100 groups, 500 calculates in 10 chains of 50, 600 relevances
  rep100.xml      a repeat of 30 questions with 100 instances by jr:count, relevance and a calculate in each, and
                  sum(), count() and max() over all of them
  rep100_man.xml  the same with one instance and no jr:count: the others are added by hand
  cascade10k.xml  10 regions, 100 districts, 10,000 sites: a select in three levels over internal instances
"""

import pathlib
import sys

HEAD = (
    '<?xml version="1.0"?>\n'
    '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" '
    'xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/xforms" '
    'xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:odk="http://www.opendatakit.org/xforms" '
    'xmlns:ev="http://www.w3.org/2001/xml-events">\n'
)
LANGUAGES = ("English (en)", "Kiswahili (sw)")
QUESTION_TYPES = ("string", "int", "select1", "int", "select", "decimal", "select1", "date", "int", "select1")
MEMBER_TYPES = ("int", "string", "select1", "int", "decimal", "select1")


def form(name, title, itext, instance, binds, body, lists=""):
    return (
        f'{HEAD}<h:head><h:title>{title}</h:title>\n<model odk:xforms-version="1.0.0">\n{itext}'
        f'<instance><data id="{name}" version="1">\n{instance}\n<meta><instanceID/></meta></data></instance>\n{lists}'
        + "\n".join(binds)
        + '\n<bind nodeset="/data/meta/instanceID" type="string" readonly="true()" jr:preload="uid"/>\n'
        "</model></h:head>\n<h:body>\n" + "\n".join(body) + "\n</h:body></h:html>\n"
    )


def itext_block(entries):
    translations = ""
    for language in LANGUAGES:
        default = ' default="true()"' if language == LANGUAGES[0] else ""
        texts = "".join(
            f'<text id="{key}"><value>{text} [{language[-3:-1]}]</value></text>\n' for key, text in entries
        )
        translations += f'<translation lang="{language}"{default}>\n{texts}</translation>\n'
    return f"<itext>\n{translations}</itext>\n"


def choices(count):
    return "".join(
        f"<item><label ref=\"jr:itext('ch{k}:label')\"/><value>c{k}</value></item>" for k in range(1, count + 1)
    )


class Questionnaire:
    """Questions of all types in groups, then chains of calculates over the numbers among them."""

    def __init__(self, questions, per_group, relevances, constraints):
        self.questions = questions
        self.per_group = per_group
        self.relevance_every = questions // relevances
        self.constraint_every = questions // constraints
        self.entries, self.instance, self.binds, self.body = [], [], [], []
        for group in range((questions + per_group - 1) // per_group):
            self.add_group(group)
        self.entries += [(f"ch{k}:label", f"Choice {k}") for k in range(1, 7)]

    def path(self, number):
        return f"/data/g{number // self.per_group}/q{number}"

    def add_group(self, group):
        self.instance.append(f"<g{group}>")
        self.body.append(f'<group ref="/data/g{group}"><label>Section {group}</label>')
        for number in range(group * self.per_group, min(self.questions, (group + 1) * self.per_group)):
            self.add_question(number)
        self.instance.append(f"</g{group}>")
        self.body.append("</group>")

    def add_question(self, number):
        kind = QUESTION_TYPES[number % 10]
        self.instance.append(f"<q{number}/>")
        self.binds.append(self.bind(number, kind))
        self.entries.append((f"q{number}:label", f"Question number {number}: please ask the respondent exactly as written"))
        label = f"<label ref=\"jr:itext('q{number}:label')\"/>"
        if number % 5 == 0:
            self.entries.append((f"q{number}:hint", f"Hint for the interviewer at question {number}"))
            label += f"<hint ref=\"jr:itext('q{number}:hint')\"/>"
        if kind.startswith("select"):
            self.body.append(f'<{kind} ref="{self.path(number)}">{label}{choices(6)}</{kind}>')
        else:
            self.body.append(f'<input ref="{self.path(number)}">{label}</input>')

    def bind(self, number, kind):
        text = f'<bind nodeset="{self.path(number)}" type="{"string" if kind.startswith("select") else kind}"'
        if number % self.relevance_every == self.relevance_every - 1 and number > 10:
            decides = number - 1
            while QUESTION_TYPES[decides % 10] != "select1":
                decides -= 1
            text += f" relevant=\"{self.path(decides)} != 'c5'\""
        if kind == "int" and number % self.constraint_every <= 2:
            text += ' constraint=". &gt;= 0 and . &lt;= 120" jr:constraintMsg="Between 0 and 120"'
        if number % 3 == 0:
            text += ' required="true()"'
        return text + "/>"

    def add_calculates(self, chains, length):
        numbers = [number for number in range(self.questions) if QUESTION_TYPES[number % 10] == "int"]
        self.instance.append("<calc>")
        for chain in range(chains):
            for link in range(length):
                self.instance.append(f"<k{chain}_{link}/>")
                term = f"coalesce({self.path(numbers[(chain * length + link) % len(numbers)])}, 0)"
                before = f"/data/calc/k{chain}_{link - 1} + " if link else ""
                self.binds.append(
                    f'<bind nodeset="/data/calc/k{chain}_{link}" type="int" calculate="{before}{term}"/>'
                )
        self.instance.append("</calc>")

    def xml(self, name, title):
        return form(name, title, itext_block(self.entries), "\n".join(self.instance), self.binds, self.body)


def member_relevance(number):
    if number % 6 == 3:
        return f" relevant=\"../r{number - 1} != 'c4'\""
    if number % 6 == 4:
        return f' relevant="../r0 &gt;= {number % 5}"'
    return ""


def household(name, members, counted):
    entries = [("n:label", "How many members?")] + [(f"ch{k}:label", f"Choice {k}") for k in range(1, 5)]
    template = ' jr:template=""' if counted else ""
    instance = (
        f"<n>{members}</n><total/><cnt/><big/>\n<m{template}><nm/><idx/><tot/>"
        + "".join(f"<r{i}/>" for i in range(30))
        + "</m>\n"
    )
    binds = [
        '<bind nodeset="/data/n" type="int"/>',
        '<bind nodeset="/data/total" type="int" calculate="sum(/data/m/r0)"/>',
        '<bind nodeset="/data/cnt" type="int" calculate="count(/data/m)"/>',
        '<bind nodeset="/data/big" type="int" calculate="max(/data/m/tot)"/>',
        '<bind nodeset="/data/m/nm" type="string"/>',
        '<bind nodeset="/data/m/idx" type="int" calculate="position(..)"/>',
        '<bind nodeset="/data/m/tot" type="int" calculate="coalesce(../r0,0) + coalesce(../r3,0)"/>',
    ]
    count = ' jr:count="/data/n"' if counted else ""
    body = [
        "<input ref=\"/data/n\"><label ref=\"jr:itext('n:label')\"/></input>",
        f'<group ref="/data/m"><label>Member</label><repeat nodeset="/data/m"{count}>',
        '<input ref="/data/m/nm"><label>Name</label></input>',
    ]
    for i in range(30):
        kind = MEMBER_TYPES[i % 6]
        stored = "string" if kind == "select1" else kind
        binds.append(f'<bind nodeset="/data/m/r{i}" type="{stored}"{member_relevance(i)}/>')
        entries.append((f"r{i}:label", f"Repeat question {i}"))
        label = f"<label ref=\"jr:itext('r{i}:label')\"/>"
        if kind == "select1":
            body.append(f'<select1 ref="/data/m/r{i}">{label}{choices(4)}</select1>')
        else:
            body.append(f'<input ref="/data/m/r{i}">{label}</input>')
    body.append("</repeat></group>")
    return form(name, name, itext_block(entries), instance, binds, body)


def item(**cells):
    return "<item>" + "".join(f"<{key}>{value}</{key}>" for key, value in cells.items()) + "</item>\n"


def list_instance(name, items):
    return f'<instance id="{name}"><root>\n' + "".join(items) + "</root></instance>\n"


def cascade():
    ten = range(10)
    lists = list_instance("regions", (item(name=f"r{r}", label=f"Region {r}") for r in ten))
    lists += list_instance(
        "districts", (item(name=f"r{r}d{d}", label=f"District {r}-{d}", region=f"r{r}") for r in ten for d in ten)
    )
    lists += list_instance(
        "sites",
        (
            item(name=f"s{r}_{d}_{s}", label=f"Site {r}-{d}-{s}", region=f"r{r}", district=f"r{r}d{d}")
            for r in ten
            for d in ten
            for s in range(100)
        ),
    )
    levels = (
        ("region", "Region", "instance('regions')/root/item"),
        ("district", "District", "instance('districts')/root/item[region = /data/region ]"),
        ("site", "Site", "instance('sites')/root/item[region = /data/region and district = /data/district ]"),
    )
    binds = [f'<bind nodeset="/data/{name}" type="string"/>' for name, _, _ in levels]
    body = [
        f'<select1 ref="/data/{name}"><label>{label}</label><itemset nodeset="{nodes}">'
        '<value ref="name"/><label ref="label"/></itemset></select1>'
        for name, label, nodes in levels
    ]
    return form("cascade10k", "Cascade", "", "<region/><district/><site/>", binds, body, lists)


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    small = Questionnaire(250, 10, relevances=100, constraints=60)
    small.add_calculates(4, 5)
    large = Questionnaire(2000, 20, relevances=600, constraints=300)
    large.add_calculates(10, 50)
    forms = {
        "q250": small.xml("q250", "Two hundred and fifty questions"),
        "q2000": large.xml("q2000", "Two thousand questions"),
        "rep100": household("rep100", 100, counted=True),
        "rep100_man": household("rep100_man", 1, counted=False),
        "cascade10k": cascade(),
    }
    for name, xml in forms.items():
        (folder / f"{name}.xml").write_text(xml, encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main()
