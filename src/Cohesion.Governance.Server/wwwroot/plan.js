// Lets the days of a plan be dragged along its picture, or moved with the arrow keys. The form stays the truth: a handle writes into its field and sends it.
(() => {
  'use strict';
  const dayLength = 86400000;
  const toDay = text => Math.round(Date.parse(text + 'T00:00:00Z') / dayLength);
  const toText = day => new Date(day * dayLength).toISOString().slice(0, 10);
  let sending = 0;

  // As the server writes days.
  function say(day) {
    const date = new Date(day * dayLength);
    if (document.documentElement.lang !== 'en') return `${date.getUTCMonth() + 1}月${date.getUTCDate()}日（周${'日一二三四五六'[date.getUTCDay()]}）`;
    const named = options => date.toLocaleDateString('en-GB', { ...options, timeZone: 'UTC' });
    return `${named({ day: 'numeric', month: 'long' })} (${named({ weekday: 'short' })})`;
  }

  async function send(plan, stage) {
    const form = plan.querySelector('form');
    const turn = ++sending;
    const address = form.action + '?' + new URLSearchParams(new FormData(form));
    const answer = await fetch(address, { headers: { Accept: 'text/html' } });
    if (!answer.ok) { form.requestSubmit(); return; }
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-plan]');
    if (!fresh || turn !== sending) return;
    history.replaceState(null, '', address);
    plan.replaceWith(fresh);
    arm(fresh);
    fresh.querySelector(`[data-stage=${stage}] .handle`)?.focus({ preventScroll: true });
  }

  function arm(plan) {
    const river = plan.querySelector('.plan-river');
    if (!river) return;
    const first = toDay(river.dataset.first);
    const days = Number(river.dataset.days);
    plan.querySelector('[data-plan-hint]').hidden = false;
    for (const row of river.querySelectorAll('[data-stage]')) {
      const stage = row.dataset.stage;
      const field = plan.querySelector(`input[name="${stage}"]`);
      const track = row.querySelector('svg');
      const said = row.querySelector('.when');
      const handle = document.createElement('button');
      handle.type = 'button';
      handle.className = 'handle';
      handle.setAttribute('role', 'slider');
      handle.setAttribute('aria-label', row.querySelector('.name').textContent);
      handle.setAttribute('aria-valuemin', toDay(row.dataset.earliest));
      handle.setAttribute('aria-valuemax', first + days);
      let day = toDay(row.dataset.day);
      let timer = 0;

      function show(next) {
        day = Math.min(first + days, Math.max(first, next));
        handle.style.left = (day - first) * 100 / days + '%';
        handle.setAttribute('aria-valuenow', day);
        const text = say(day);
        handle.setAttribute('aria-valuetext', text);
        if (row.dataset.day !== toText(day)) said.textContent = text;
      }

      function settle() {
        if (field.value === toText(day)) return;
        field.value = toText(day);
        send(plan, stage);
      }

      handle.addEventListener('pointerdown', event => { handle.setPointerCapture(event.pointerId); handle.focus(); event.preventDefault(); });
      handle.addEventListener('pointermove', event => {
        if (!handle.hasPointerCapture(event.pointerId)) return;
        const box = track.getBoundingClientRect();
        show(first + Math.round((event.clientX - box.left) / box.width * days));
      });
      handle.addEventListener('pointerup', settle);
      handle.addEventListener('pointercancel', () => show(toDay(field.value)));
      handle.addEventListener('keydown', event => {
        const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -7, PageUp: 7 }[event.key];
        if (!step && event.key !== 'Home') return;
        event.preventDefault();
        show(step ? day + step : toDay(row.dataset.earliest));
        clearTimeout(timer);
        timer = setTimeout(settle, 600);
      });
      track.after(handle);
      show(day);
    }
  }

  for (const plan of document.querySelectorAll('[data-plan]')) arm(plan);
})();
