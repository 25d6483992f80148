// What has been opened once still shows when the network is gone, marked as old. Pages are kept on this device only, until its user signs out.
'use strict';
const kept = 'pages', lasting = 'assets', most = 60;

// What is kept is for this reader alone, so it does not matter by which headers the server tells readers apart.
const whatever = { ignoreVary: true };

// Ballots and receipts are never kept: on a shared phone they would tell what somebody said. Nor is anything that is not a page of ours.
const never = /^\/(api|live|jobs|api-docs|openapi|health|sign-in|do)(\/|$)|^\/votes\/[^/]+\/(ballot|receipts|entries|envelopes)/;

const words = zh => zh
  ? { old: when => `网络不可用，这是 ${when} 打开时的内容，可能已经过时。`, none: '网络不可用，本设备上没有这个页面的副本。恢复网络后请重试。',
      unsent: '网络不可用，刚才的操作没有提交，什么都没有改变。请返回上一页，恢复网络后重新提交；填写的内容仍在。', title: '网络不可用', lang: 'zh-Hans' }
  : { old: when => `There is no network. This is the page as it was when you opened it, ${when}; it may be out of date.`,
      none: 'There is no network, and this device has no copy of this page. Try again once the network is back.',
      unsent: 'There is no network. What you have just done was not sent, and nothing has changed. Go back: what you typed is still there. Send it again once the network is back.',
      title: 'No network', lang: 'en' };
const chinese = () => self.navigator.language.startsWith('zh');

self.addEventListener('install', event => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', event => {
  const { request } = event, url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (url.pathname.startsWith('/assets/') && request.method === 'GET') event.respondWith(asset(request));
  else if (request.mode === 'navigate' && request.method === 'GET') event.respondWith(page(event, request, url));
  else if (request.mode === 'navigate') event.respondWith(act(request, url));
});

// The address of an asset holds its hash, so what was kept is never old.
async function asset(request) {
  const cache = await caches.open(lasting), found = await cache.match(request, whatever);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

async function page(event, request, url) {
  try {
    const answer = await fetch(request);
    // Whoever sees the sign-in page is not signed in any more: what was kept is not for the next at this device.
    if (answer.ok && url.pathname === '/sign-in') await caches.delete(kept);
    if (answer.ok && !never.test(url.pathname) && (answer.headers.get('Content-Type') ?? '').startsWith('text/html')) {
      event.waitUntil(keep(request.url, answer.clone()));
    }
    return answer;
  } catch {
    const found = await (await caches.open(kept)).match(request.url, whatever);
    return found ? old(found) : apology(words(chinese()).none);
  }
}

async function act(request, url) {
  if (url.pathname === '/sign-out') await caches.delete(kept);
  try {
    return await fetch(request);
  } catch {
    return apology(words(chinese()).unsent);
  }
}

async function keep(address, answer) {
  const cache = await caches.open(kept);
  await cache.delete(address, whatever);
  await cache.put(address, answer);
  const all = await cache.keys();
  await Promise.all(all.slice(0, Math.max(0, all.length - most)).map(request => cache.delete(request, whatever)));
}

async function old(found) {
  const html = await found.text(), zh = /<html lang="zh/.test(html);
  const when = new Date(found.headers.get('Date')).toLocaleString(zh ? 'zh-CN' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' });
  const marked = html.replace(/<main[^>]*>/, start => `${start}<p class="trouble" role="status">${words(zh).old(when)}</p>`);
  return new Response(marked, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}

function apology(text) {
  const { title, lang } = words(chinese());
  return new Response(
    `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><main><h1>${title}</h1><p>${text}</p></main></html>`,
    { status: 503, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}
