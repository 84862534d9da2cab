/**
 * Runs in every page and frame of the browser before all else: a reader of feeds without any protection of its own,
 * which notes every script that runs. `window.reader` is what the tests call.
 */
(() => {
  const isTop = window === window.top;
  /** Whatever ran, in any frame. */
  const ran = isTop ? [] : window.top.reader.ran;
  const cut = (text) => text.slice(0, 120);

  /** Calls that attacks make to show themselves are noted, and so is any script of a document, which its policy reports and lets run. */
  function watch(frame) {
    for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) frame[name] = () => void ran.push(`${name}()`);
    frame.addEventListener('securitypolicyviolation', (event) => {
      ran.push(`${event.effectiveDirective} ${event.blockedURI} ${cut(event.sample)}`);
    });
    // Only what would run may leave the page.
    frame.addEventListener('click', (event) => {
      const link = event.composedPath().find((one) => one.localName === 'a' || one.localName === 'area');
      const href = link?.getAttribute?.('href') ?? link?.getAttribute?.('xlink:href');
      if (href && !runs.test(asUrl(href))) event.preventDefault();
    });
  }

  const runs = /^(?:javascript|vbscript|livescript|mocha|data|blob|filesystem|feed|view-source|jar|mhtml|about):/;
  /** Attributes that are text, whatever they look like. */
  const texts =
    /^(?:title|alt|lang|dir|id|class|name|label|abbr|value|headers|scope|datetime|type|media|sizes|summary)$/;
  const dangerous =
    /^(?:script|style|iframe|frame|frameset|object|embed|applet|form|input|button|select|textarea|base|meta|link|template|svg|math|portal|slot|noscript|noembed|noframes|xmp|plaintext|title|marquee|dialog)$/;

  /** An address as a browser reads it. */
  function asUrl(text) {
    return text
      .replace(/^[\0-\x20]+/, '')
      .replace(/[\t\n\r]/g, '')
      .toLowerCase();
  }

  // An attack may put elements in the place of the properties of a form or of the document.
  const getter = (type, name) =>
    Function.prototype.call.bind(Object.getOwnPropertyDescriptor(type.prototype, name).get);
  const attributesOf = getter(Element, 'attributes');
  const namespaceOf = getter(Element, 'namespaceURI');
  const nameOf = getter(Element, 'localName');
  const all = Function.prototype.call.bind(Element.prototype.querySelectorAll);
  const isHtml = (element) => namespaceOf(element) === 'http://www.w3.org/1999/xhtml';
  const make = document.createElement.bind(document);
  const parser = new DOMParser();

  /** What is wrong with an element, in words. */
  function dangersOf(element) {
    const name = nameOf(element);
    const dangers = [];
    if (dangerous.test(name) || !isHtml(element)) dangers.push(`<${name}>`);
    for (const attribute of attributesOf(element)) {
      const key = attribute.name.toLowerCase();
      const isOdd = /^on|^style$|^formaction$|^ping$|:/.test(key);
      if (isOdd || (!texts.test(key) && addressesOf(key, attribute.value).some(isActive))) {
        dangers.push(`<${name} ${key}="${cut(attribute.value)}">`);
      }
    }
    return dangers;
  }

  function addressesOf(key, value) {
    return key === 'srcset' ? [value, ...value.split(/,\s*|\s+/)] : [value];
  }

  function isActive(address) {
    const url = asUrl(address);
    return runs.test(url) && !/^data:image\/(?:png|jpe?g|gif|webp)(?:[;,]|$)/.test(url);
  }

  const events = `auxclick beforeinput beforetoggle blur cancel canplay change close contextmenu copy cut dblclick drag
    dragend dragenter dragleave dragover dragstart drop durationchange ended error focus focusin focusout input invalid
    keydown keypress keyup load loadstart mousedown mouseenter mouseleave mousemove mouseout mouseover mouseup mousewheel
    paste pause play playing pointerdown pointerenter pointermove pointerout pointerover pointerup progress reset resize
    scroll seeked select selectstart submit timeupdate toggle touchend touchmove touchstart transitionend
    animationstart animationend beginEvent endEvent wheel click`.split(/\s+/);

  /** What a person with a mouse and a keyboard may do to an element. */
  function touch(element) {
    if (nameOf(element) === 'details') element.setAttribute('open', '');
    if (isHtml(element)) HTMLElement.prototype.focus.call(element);
    for (const name of events) {
      const Kind = /^mouse|^pointer|click$|^context/.test(name) ? MouseEvent : Event;
      EventTarget.prototype.dispatchEvent.call(element, new Kind(name, { bubbles: true, cancelable: true }));
    }
  }

  /** The ways in which readers show HTML: each returns the elements that hold the items, one for each. */
  const ways = {
    innerHTML: (htmls) => htmls.map((html) => fill(make('div'), put(html))),
    'innerHTML, written out and read again': (htmls) =>
      htmls.map((html) => {
        const first = fill(make('div'), put(html));
        return fill(make('div'), put(first.innerHTML));
      }),
    'DOMParser, adopted': (htmls) =>
      htmls.map((html) => {
        const parsed = parser.parseFromString(html, 'text/html');
        return fill(make('div'), (box) => {
          box.append(...[...parsed.head.childNodes, ...parsed.body.childNodes].map((one) => document.adoptNode(one)));
        });
      }),
    'a fragment whose scripts run': (htmls) =>
      htmls.map((html) =>
        fill(make('div'), (box) => box.append(document.createRange().createContextualFragment(html))),
      ),
    'a frame with srcdoc': async (htmls) => {
      const frame = make('iframe');
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
      frame.srcdoc = `<!DOCTYPE html><body>${boxed(htmls)}`;
      document.body.append(frame);
      await Promise.race([loaded, wait(5000)]);
      return boxesOf(frame);
    },
    'a frame written to': async (htmls) => {
      const frame = make('iframe');
      document.body.append(frame);
      const page = frame.contentDocument;
      page.open();
      // Opening has taken away what listened there.
      watch(frame.contentWindow);
      page.write(`<!DOCTYPE html><body>${boxed(htmls)}`);
      page.close();
      return boxesOf(frame);
    },
  };

  const put = (html) => (box) => {
    box.innerHTML = html;
  };
  const fill = (box, how) => {
    document.body.append(box);
    how(box);
    return box;
  };
  const boxed = (htmls) => htmls.map((html) => `<div class="box">${html}</div>`).join('');
  const boxesOf = (frame) => [...frame.contentDocument.body.children];
  const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

  /** Until every picture is there or has failed, and what that set off is done. */
  async function settle(boxes) {
    const images = boxes.flatMap((box) => [...all(box, 'img')]).filter((image) => image.loading !== 'lazy');
    for (let tries = 0; tries < 100 && images.some((image) => !image.complete); tries++) await wait(20);
    await wait(30);
  }

  /** Shows items in every way, and does to them what a person may do. `index` is undefined where it cannot be told. */
  async function judge(htmls) {
    const found = [];
    for (const [way, show] of Object.entries(ways)) {
      const boxes = await show(htmls);
      if (boxes.length !== htmls.length) found.push({ way, what: `${boxes.length} boxes for ${htmls.length} items` });
      for (const [index, box] of boxes.entries()) {
        for (const element of all(box, '*')) {
          for (const what of dangersOf(element)) found.push({ index, way, what });
        }
      }
      await settle(boxes);
      for (const box of boxes) for (const element of all(box, '*')) touch(element);
      await wait(10);
      for (const what of ran.splice(0)) found.push({ way, what: `ran: ${what}` });
    }
    return found;
  }

  const childrenOf = (parent, name) => [...parent.children].filter((one) => one.nodeName === name);
  /** The items of an RSS or Atom feed: what is HTML in them, and what is an address. */
  function read(xml) {
    const feed = new DOMParser().parseFromString(xml, 'application/xml');
    if (feed.querySelector('parsererror')) throw new Error(feed.querySelector('parsererror').textContent);
    return [...feed.querySelectorAll('item, entry')].map((item) => {
      const text = (...names) => names.flatMap((name) => childrenOf(item, name)).map((one) => one.textContent);
      const isRss = item.nodeName === 'item';
      const declared = ['summary', 'content'].flatMap((name) => childrenOf(item, name));
      const values = [...item.querySelectorAll('[url], [href]')].map((one) => [
        one.getAttribute('url') ?? one.getAttribute('href'),
        /^image/.test(one.getAttribute('type') ?? one.getAttribute('medium') ?? ''),
      ]);
      return {
        id: text(isRss ? 'guid' : 'id')[0],
        html: isRss
          ? text('content:encoded', 'description')
          : declared.filter((one) => one.getAttribute('type') === 'html').map((one) => one.textContent),
        links: [
          ...text('link', 'comments').filter((one) => one !== ''),
          ...[...item.querySelectorAll('uri')].map((one) => one.textContent),
          ...values.filter(([, isImage]) => !isImage).map(([url]) => url),
        ],
        images: values.filter(([, isImage]) => isImage).map(([url]) => url),
      };
    });
  }

  if (isTop) Object.defineProperty(window, 'reader', { value: { judge, read, ran } });
  watch(window);
})();
