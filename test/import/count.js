/**
 * Counts what is in exports of WordPress: `node test/import/count.js export.xml …` prints it as JSON. It shares no code with
 * the import, not even the parser, so that both can be compared.
 */
import { readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';

const counts = {
  items: 0,
  /** Items that become posts, and all others by what keeps them out. */
  posts: 0,
  skipped: {},
  comments: { total: 0, imported: 0, skipped: 0 },
  /** In the texts of the items that become posts. */
  images: 0,
  links: 0,
  categories: 0,
  tags: 0,
};

for (const file of process.argv.slice(2)) for (const item of readItems(readFileSync(file, 'utf8'))) count(item);
console.log(JSON.stringify(counts, null, 2));

/** The items of an export: elements by name, each as its text or a list of elements. */
function readItems(xml) {
  const parser = new SaxesParser();
  const items = [];
  const path = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, text: '', children: [] };
    path.at(-1)?.children.push(element);
    path.push(element);
    if (name === 'item') items.push(element);
  });
  const addText = (text) => {
    const element = path.at(-1);
    if (element) element.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => path.pop());
  parser.write(xml).close();
  return items;
}

function count(item) {
  const text = (name) => item.children.find((child) => child.name === name)?.text ?? '';
  const all = (name) => item.children.filter((child) => child.name === name);
  counts.items++;
  const reason = reasonOf(text('wp:post_type'), text('wp:status'), text('wp:post_password'), all('wp:postmeta'));
  const comments = all('wp:comment').map(
    (comment) => (name) => comment.children.find((child) => child.name === `wp:comment_${name}`)?.text ?? '',
  );
  const carried =
    reason === undefined ? comments.filter((of) => of('approved') === '1' && /^(comment)?$/.test(of('type'))) : [];
  counts.comments.total += comments.length;
  counts.comments.imported += carried.length;
  counts.comments.skipped += comments.length - carried.length;
  if (reason !== undefined) {
    counts.skipped[reason] = (counts.skipped[reason] ?? 0) + 1;
    return;
  }
  counts.posts++;
  const content = text('content:encoded');
  counts.images += countImages(content);
  counts.links += countLinks(content);
  const slugs = (...domains) =>
    all('category').filter(({ attributes }) => attributes.nicename && domains.includes(attributes.domain));
  counts.categories += slugs('category').filter(({ attributes }) => attributes.nicename !== 'uncategorized').length;
  counts.tags += new Set(slugs('post_tag', 'tag').map((tag) => tag.text.toLowerCase())).size;
}

/** Why an item does not become a post, in a word; undefined if it does. */
function reasonOf(type, status, password, meta) {
  if (/^(feedback|flamingo|um_|shop_order)/.test(type)) return 'personal';
  if (type !== 'post') return type;
  if (status === 'trash' || status === 'private') return status;
  const forMembers = ['_members_access_role', '_jetpack_newsletter_access'];
  if (meta.some(({ children }) => children.some(({ text }) => forMembers.includes(text)))) return 'members';
  return password === '' ? undefined : 'password';
}

/** The images that a text shows, as far as the shortcodes of the test export go. */
function countImages(content) {
  const galleries = [...content.matchAll(/(?<!\[)\[gallery ids="([\d,]+)"/g)].flatMap(([, ids]) => ids.split(','));
  return matches(content, /<img\b|\[(?:fusion_imageframe|et_pb_image|vc_single_image)\b/g) + galleries.length;
}

/** The links of a text, and what becomes one: whatever is embedded. */
function countLinks(content) {
  const tags = matches(content, /<a\s[^>]*href="(?!#)|<iframe\b/g);
  const shortcodes = matches(content, /\[(?:embed|audio|video|youtube|fusion_button|et_pb_button)\b/g);
  return tags + shortcodes + matches(content, /^https?:\/\/\S+\s*$/gm);
}

function matches(text, pattern) {
  return text.match(pattern)?.length ?? 0;
}
