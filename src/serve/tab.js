/** Runs in a tab of `blog preview`: after a change it shows the page as it is now, where the reader is. */
(() => {
  let source, isBusy, isDue;
  let reloads = 0;

  // A hidden tab holds none of the six connections that browsers allow; coming back looks for changes.
  const connect = () => {
    source?.close();
    if (document.hidden) return;
    source = new EventSource('/.blog/events');
    source.onopen = refresh;
    source.addEventListener('change', ({ data }) => {
      if (JSON.parse(data).kind !== 'posts') reloads++;
      void refresh();
    });
    source.onerror = () => {
      note.textContent = 'The preview has stopped; to go on, start it again';
      document.body.append(note);
      if (source.readyState === 2) setTimeout(connect, 1000);
    };
  };

  const note = document.createElement('p');
  note.role = 'status';
  note.style.cssText = 'position:fixed;inset:auto 0 0;margin:0;padding:1em;background:Mark;color:MarkText';

  const refresh = async () => {
    isDue = true;
    if (isBusy) return;
    isBusy = true;
    while (isDue) {
      isDue = false;
      // If the server is gone, its return is a change.
      await load().catch(() => {});
    }
    isBusy = false;
  };

  const load = async () => {
    const answer = await fetch(location.pathname + location.search, { mode: 'same-origin' });
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (answer.redirected) history.replaceState(null, '', answer.url + location.hash);
    for (const one of [...document.scripts, ...next.scripts]) one.remove();
    if (reloads) for (const one of next.querySelectorAll('[src],[rel=stylesheet]')) renew(one);
    // One line more in the file changes these in all that follows, which stays what it is.
    const ids = [...next.querySelectorAll('*')].map(({ id }) => id);
    for (const page of [document, next]) for (const one of page.querySelectorAll('[id^=line-]')) one.id = '';
    const changed = [];
    update(document.documentElement, next.documentElement, changed);
    [...document.querySelectorAll('*')].forEach((one, at) => {
      if (ids[at]) one.id = ids[at];
    });
    const texts = changed.filter((one) => one.closest('.e-content'));
    const places = texts.length ? texts : changed.filter((one) => one.closest('main'));
    if (!places.some(isSeen)) places[0]?.scrollIntoView({ block: 'center', behavior: 'instant' });
  };

  // With another query, a browser loads a file again.
  const renew = (one) => {
    const name = one.src ? 'src' : 'href';
    const url = new URL(one.getAttribute(name), location.href);
    if (url.origin === location.origin) one.setAttribute(name, `${url.pathname}?v=${reloads}`);
  };

  const isSeen = (one) => {
    const { top, bottom } = one.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  };

  // What is the same stays, with its focus and what was scrolled or opened.
  const update = (from, to, changed) => {
    if (from.isEqualNode(to)) return;
    if (from.nodeType !== 1 || from.nodeName !== to.nodeName) {
      from.replaceWith(to);
      changed.push(to.nodeType === 1 ? to : to.parentElement);
      return;
    }
    const names = [...from.attributes, ...to.attributes].map(({ name }) => name);
    for (const name of names) {
      if (name === 'open' || from.getAttribute(name) === to.getAttribute(name)) continue;
      if (to.hasAttribute(name)) from.setAttribute(name, to.getAttribute(name));
      else from.removeAttribute(name);
    }
    const [old, now] = [[...from.childNodes], [...to.childNodes]];
    now.forEach((one, at) => {
      const same = old.findIndex((other, place) => (!place || one.nodeType === 1) && other.isEqualNode(one));
      if (same >= 0) {
        for (const other of old.splice(0, same + 1).slice(0, -1)) other.remove();
      } else if (old[0] && !now.slice(at).some((other) => other.isEqualNode(old[0]))) update(old.shift(), one, changed);
      else changed.push(from.insertBefore(one, old[0] ?? null).nodeType === 1 ? one : from);
    });
    if (old[0]) changed.push(from);
    for (const one of old) one.remove();
  };

  document.addEventListener('visibilitychange', connect);
  addEventListener('focus', connect);
  connect();
})();
