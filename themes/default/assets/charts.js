// Loads interactive charts, and nothing before a reader asks for one: by moving
// the pointer over a picture, tapping it, or coming to its button.

const { draw } = document.querySelector('script[data-draw]').dataset;
let drawing; // the script that draws, once for the page

function watch(host) {
  const figure = host.closest('figure');
  const button = figure.querySelector('.try button');
  const name = button.textContent;
  let file, pending, chart;
  let dismissed = false; // by Escape or a failure, until the reader leaves

  async function load() {
    try {
      drawing ??= import(new URL(draw, document.baseURI));
      file ??= fetch(host.dataset.option).then((answer) => answer.ok ? answer.json() : Promise.reject(answer.status));
      const [script, data] = await Promise.all([drawing, file]);
      button.textContent = name;
      chart = script.draw(host, data, {
        label: `${button.id} ${figure.getAttribute('aria-labelledby')}`, help: '_keys', closed,
      });
    } catch {
      drawing = file = pending = undefined;
      dismissed = true;
      button.textContent = document.getElementById('_failed').textContent;
    }
  }

  function closed(focused) {
    chart = pending = undefined;
    dismissed = true;
    if (focused) button.focus();
  }

  const ask = () => dismissed || (pending ??= load());
  const insist = () => { dismissed = false; return ask(); };
  const anew = () => { dismissed = false; };

  host.addEventListener('pointermove', (event) => { if (event.pointerType !== 'touch') ask(); });
  host.addEventListener('pointerenter', anew);
  host.addEventListener('click', async (event) => {
    if (chart) return;
    await insist();
    chart?.point(event);
  });
  button.addEventListener('focus', ask);
  button.addEventListener('blur', anew);
  button.addEventListener('click', async () => {
    await insist();
    chart?.focus();
  });
  button.parentElement.classList.add('on');
}

document.querySelectorAll('[data-option]').forEach(watch);
