// Keeps the changing parts of a page as they are on the server, without a library: SignalR's JSON protocol over a WebSocket.
// https://github.com/dotnet/aspnetcore/blob/main/src/SignalR/docs/specs/HubProtocol.md
(() => {
  'use strict';
  const end = '\x1e';
  const regions = [...document.querySelectorAll('[data-live-region]')];
  const shown = new Map(regions.map(r => [r, Number(r.dataset.liveSequence) || 0]));

  // Pages opened once still show when the network is gone.
  navigator.serviceWorker?.register('/sw.js');

  // The map of a process opens where the process is.
  for (const here of document.querySelectorAll('.map .here rect')) {
    const frame = here.closest('.map-frame');
    frame.scrollLeft = here.x.baseVal.value - here.ownerSVGElement.viewBox.baseVal.x - frame.clientWidth / 2 + 80;
  }

  if (regions.length === 0 || !('WebSocket' in window)) return;

  // How long whoever has the floor has spoken.
  const began = new WeakMap();
  function count() {
    for (const clock of document.querySelectorAll('[data-seconds]')) {
      if (!began.has(clock)) began.set(clock, performance.now() - clock.dataset.seconds * 1000);
      const seconds = Math.floor((performance.now() - began.get(clock)) / 1000);
      clock.textContent = Math.floor(seconds / 60) + ':' + String(seconds % 60).padStart(2, '0');
    }
  }
  setInterval(count, 1000);

  const topics = [...new Set(regions.map(r => r.dataset.liveTopic))];
  let wait = 0;

  function put(region, html, sequence) {
    if (sequence < shown.get(region)) return;
    shown.set(region, sequence);
    if (region.innerHTML === html) return;
    const stage = region.querySelector('[data-stage]')?.dataset.stage;
    const focused = region.contains(document.activeElement) ? document.activeElement.id : null;
    const top = region.getBoundingClientRect().top;
    region.innerHTML = html;
    // Forms outside the regions are those of the stage before; whoever is typing into one decides when to see the new ones.
    if (stage && region.querySelector('[data-stage]')?.dataset.stage !== stage) document.querySelector('[data-moved-on]')?.removeAttribute('hidden');
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
    // What people read below the region stays where it is while the region above grows or shrinks.
    if (top < 0) window.scrollBy(0, region.getBoundingClientRect().top - top);
  }

  async function reload() {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const now = page.querySelectorAll('[data-live-region]');
    for (const fresh of now) {
      const region = regions.find(r => r.dataset.liveRegion === fresh.dataset.liveRegion && r.dataset.liveTopic === fresh.dataset.liveTopic);
      if (region) put(region, fresh.innerHTML, Number(fresh.dataset.liveSequence) || 0);
    }
    // What changes by the clock, not by what happens: the code for checking in.
    for (const fresh of page.querySelectorAll('[data-redraw]')) {
      const old = document.getElementById(fresh.id);
      if (old && old.innerHTML !== fresh.innerHTML) old.innerHTML = fresh.innerHTML;
    }
    return now.length;
  }

  // Nobody touches the wall of a meeting room: a vote opened from the chair, or counted, comes and goes there by itself.
  if (document.querySelector('[data-wall]')) {
    setInterval(async () => { if ((await reload() ?? regions.length) !== regions.length) location.reload(); }, 15000);
  }

  function receive(message, send) {
    if (message.type === 1 && message.target === 'Region') {
      const [topic, name, sequence, html] = message.arguments;
      for (const region of regions) {
        if (region.dataset.liveTopic === topic && region.dataset.liveRegion === name) put(region, html, sequence);
      }
    } else if (message.type === 3 && message.invocationId === '1' && message.result?.latest) {
      const latest = message.result.latest;
      wait = 0;
      if (regions.some(r => (latest[r.dataset.liveTopic] ?? 0) > shown.get(r))) reload();
    } else if (message.type === 6) {
      send({ type: 6 });
    }
  }

  function connect() {
    const socket = new WebSocket(location.origin.replace(/^http/, 'ws') + '/live');
    const send = message => socket.send(JSON.stringify(message) + end);
    let greeted = false;
    socket.onopen = () => send({ protocol: 'json', version: 1 });
    socket.onmessage = event => {
      for (const text of event.data.split(end).filter(Boolean)) {
        const message = JSON.parse(text);
        if (greeted) {
          receive(message, send);
        } else {
          greeted = true;
          if (message.error) { socket.close(); return; }
          send({ type: 1, invocationId: '1', target: 'WatchPage', arguments: [topics, document.documentElement.lang] });
        }
      }
    };
    const beat = setInterval(() => { if (socket.readyState === WebSocket.OPEN && greeted) send({ type: 6 }); }, 10000);
    socket.onclose = () => {
      clearInterval(beat);
      // 1, 2, 4 … 30 seconds, each a little different, so that after a restart not everybody comes at once.
      wait = Math.min(30000, wait ? wait * 2 : 1000);
      setTimeout(connect, wait * (0.75 + Math.random() / 2));
    };
  }

  connect();
})();
