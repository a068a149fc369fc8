// Draws an interactive chart in the place of a picture. Everything it shows was
// made with the page: the option of ECharts, the text of each tooltip, the
// sentence for the live region. What is left to do here is to find the place that
// the reader means.

import { init, use } from 'echarts/core';
import { BarChart, LineChart } from 'echarts/charts';
import { GraphicComponent, GridComponent, TooltipComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, LineChart, GraphicComponent, GridComponent, TooltipComponent, SVGRenderer]);

// The picture is another below the same width, and in the dark.
const narrow = matchMedia('(max-width: 44.99em)');
const dark = matchMedia('(prefers-color-scheme: dark)');
const media = [narrow, dark];

// How far each key goes.
const steps = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, Home: -Infinity, End: Infinity };

// draw draws the chart of a file over the picture in a host. label and help are
// ids of texts; closed is called when the chart is gone again, with whether it
// had the focus.
export function draw(host, file, { label, help, closed }) {
  const box = document.createElement('div');
  box.className = 'live';
  box.tabIndex = -1; // its button gives it the focus: it comes before what has that now
  box.setAttribute('role', 'application');
  box.setAttribute('aria-labelledby', label);
  box.setAttribute('aria-describedby', help);
  const sheet = document.createElement('div');
  sheet.setAttribute('aria-hidden', 'true');
  box.append(sheet);
  const live = document.createElement('p');
  live.className = 'vh';
  live.setAttribute('aria-live', 'polite');
  host.append(box, live);
  host.classList.add('drawn');

  const last = file.said.length - 1;
  let place = -1; // that the reader points at; −1 for none
  let view, here, chart; // here is the field of the place

  function render() {
    chart?.dispose();
    view = narrow.matches ? file.narrow : file.wide;
    here = view.fields[0];
    const option = coloured(view.option, dark.matches ? file.dark : {});
    option.tooltip.formatter = () => view.tips[place];
    option.tooltip.position = ([x], _, content) => {
      // ECharts gives the text of a tooltip no styles but its own.
      content.setStyle(option.tooltip.textStyle);
      const { width, height } = content.getBoundingRect();
      const right = x + 14 + width < view.width - 1;
      return [right ? x + 14 : Math.max(x - 14 - width, 1), Math.max(Math.min(here.box[1] + 12, view.height - height - 1), 1)];
    };
    chart = init(sheet, null, { renderer: 'svg', width: view.width, height: view.height });
    chart.setOption(option);
    // Drawn in the pixels of the view and scaled with the box, as the picture is.
    sheet.querySelector('svg').setAttribute('viewBox', `0 0 ${view.width} ${view.height}`);
    if (place >= 0) point(place);
  }

  // point shows a place and may say it aloud.
  function point(to, say) {
    place = Math.min(Math.max(to, 0), last);
    const [, top, , bottom] = here.box;
    chart.dispatchAction({ type: 'showTip', x: here.x[place], y: (top + bottom) / 2 });
    if (say) live.textContent = file.said[place];
  }

  function hide() {
    place = -1;
    chart.dispatchAction({ type: 'hideTip' });
    chart.dispatchAction({ type: 'updateAxisPointer', currTrigger: 'leave' });
  }

  // at shows the place nearest to a pointer, of the field nearest to it.
  function at(event, say) {
    const on = box.getBoundingClientRect();
    const x = (event.clientX - on.left) / on.width * view.width;
    const y = (event.clientY - on.top) / on.height * view.height;
    here = least(view.fields, ({ box: [left, top, right, bottom] }) => Math.max(left - x, x - right, 0) + Math.max(top - y, y - bottom, 0));
    point(here.x.indexOf(least(here.x, (middle) => Math.abs(middle - x))), say);
  }

  function close() {
    const focused = box.contains(document.activeElement);
    for (const m of media) m.removeEventListener('change', render);
    document.removeEventListener('keydown', escape);
    chart.dispose();
    host.classList.remove('drawn');
    box.remove();
    live.remove();
    closed(focused);
  }

  function escape(event) {
    if (event.key === 'Escape') close();
  }

  box.addEventListener('keydown', (event) => {
    if (!(event.key in steps) || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    point(place + steps[event.key], true);
  });
  box.addEventListener('focus', () => { if (place < 0) point(last, true); });
  box.addEventListener('blur', hide);
  box.addEventListener('pointermove', (event) => at(event));
  box.addEventListener('pointerdown', (event) => at(event, true));
  // A pointer that passes by does not take the place from a reader who uses keys.
  box.addEventListener('pointerleave', (event) => { if (event.pointerType !== 'touch' && !box.matches(':focus-visible')) hide(); });
  document.addEventListener('keydown', escape);
  for (const m of media) m.addEventListener('change', render);
  render();
  return { point: at, focus: () => box.focus() };
}

// coloured is an option with other colours in the place of its own.
function coloured(option, colours) {
  return JSON.parse(JSON.stringify(option), (_, value) => Object.hasOwn(colours, value) ? colours[value] : value);
}

// least is the item for which a measure is smallest.
function least(items, measure) {
  return items.reduce((best, item) => measure(item) < measure(best) ? item : best);
}
