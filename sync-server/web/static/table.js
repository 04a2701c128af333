// SPDX-License-Identifier: Apache-2.0
// Small pieces of page, built from nodes and text only: nothing that comes from the server is ever read as HTML.

/** Element with properties and children; a child may be a text. */
export function make(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === 'class') node.className = value;
    else if (name in node && typeof value !== 'string') node[name] = value;
    else node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== undefined && child !== null));
  return node;
}

/** A bar with "achieved / target" beside it. `label` says the same in one sentence. */
export function meter(achieved, target, label, format) {
  const share = target > 0 ? Math.min(achieved / target, 1) : 0;
  const fill = make('div', {
    class: `fill${achieved === 0 ? ' none' : ''}${target > 0 && achieved >= target ? ' done' : ''}`,
  });
  fill.style.width = `${share * 100}%`;
  const count = make('span', { class: 'count', 'aria-hidden': 'true' }, format(achieved));
  if (target > 0) count.append(' ', make('small', {}, `/ ${format(target)}`));
  const track = make(
    'div',
    {
      class: 'track',
      role: 'progressbar',
      'aria-valuemin': '0',
      'aria-valuemax': String(Math.max(target, achieved, 1)),
      'aria-valuenow': String(achieved),
      'aria-valuetext': label,
      'aria-label': label,
    },
    fill,
  );
  return make('div', { class: 'meter' }, track, count);
}

/** One line of an interval chart on a scale from 0 to `most`. */
export function interval(name, estimate, most, words, isReference) {
  const track = make('div', { class: `track${isReference ? ' reference' : ''}`, 'aria-hidden': 'true' });
  if (estimate.lower !== null) {
    const upper = estimate.upper ?? most;
    const span = make('div', { class: 'span' });
    span.style.insetInlineStart = `${(estimate.lower / most) * 100}%`;
    span.style.width = `${((Math.min(upper, most) - estimate.lower) / most) * 100}%`;
    track.append(span);
  }
  if (estimate.N !== null) {
    const point = make('div', { class: 'point' });
    point.style.insetInlineStart = `${(estimate.N / most) * 100}%`;
    track.append(point);
  }
  return make('div', { class: 'line' }, make('span', {}, name), track, make('span', { class: 'value' }, words));
}

/** Bars of the weeks, as SVG. `weeks` is a list of [week, count] in order. */
export function weekBars(weeks, label) {
  const svgSpace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(svgSpace, 'svg');
  const step = Math.max(14, Math.floor(742 / Math.max(weeks.length, 1)));
  const width = weeks.length * step;
  const most = Math.max(...weeks.map(([, count]) => count), 1);
  svg.setAttribute('viewBox', `0 0 ${Math.max(width, 742)} 110`);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', weeks.map(([week, count]) => label(week, count)).join('; '));
  const every = Math.ceil(28 / step);
  weeks.forEach(([week, count], index) => {
    const height = (count / most) * 84;
    const bar = document.createElementNS(svgSpace, 'rect');
    bar.setAttribute('x', index * step + 2);
    bar.setAttribute('y', 88 - height);
    bar.setAttribute('width', Math.min(step - 4, 40));
    bar.setAttribute('height', height);
    bar.setAttribute('rx', 2);
    const title = document.createElementNS(svgSpace, 'title');
    title.textContent = label(week, count);
    bar.append(title);
    svg.append(bar);
    if (index % every !== 0) return;
    const text = document.createElementNS(svgSpace, 'text');
    text.setAttribute('x', index * step + 2 + Math.min(step - 4, 40) / 2);
    text.setAttribute('y', 104);
    text.setAttribute('text-anchor', 'middle');
    text.textContent = week;
    svg.append(text);
  });
  return svg;
}

/** Fills a table. `head` is a list of { text, number }, rows are lists of { text | node, number, head, attention }. */
export function fillTable(table, head, rows, foot) {
  const cell = (tag, item) => {
    const node = make(tag, {
      class: [item.number ? 'number' : '', item.attention ? 'attention' : ''].join(' ').trim(),
    });
    node.append(item.node ?? item.text);
    return node;
  };
  const line = (items, className) => {
    const row = make('tr', className ? { class: className } : {});
    for (const item of items) {
      const node = cell(item.head ? 'th' : 'td', item);
      if (item.head) node.setAttribute('scope', 'row');
      row.append(node);
    }
    return row;
  };
  const headRow = make('tr');
  for (const item of head) {
    const node = cell('th', item);
    node.setAttribute('scope', 'col');
    headRow.append(node);
  }
  table.replaceChildren(
    make('thead', {}, headRow),
    make('tbody', {}, ...rows.map((row) => line(row.cells, row.class))),
  );
  if (foot) table.append(make('tfoot', {}, line(foot)));
}
