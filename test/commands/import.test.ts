import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type Json, schemaFaults } from '../support/jsonSchema.ts';
import { run } from '../support/site.ts';
import { filesIn, tempFolder } from '../support/tempFolder.ts';
import { wxr } from '../support/wxr.ts';

interface Sample {
  id: number;
  slug?: string;
  status?: string | undefined;
  type?: string;
  text?: string;
  more?: string;
}

function item({
  id,
  slug = `post-${id}`,
  status = 'publish',
  type = 'post',
  text = 'Text.',
  more = '',
}: Sample): string {
  return `<item><title>Post ${id}</title><link>https://blog.example.org/2018/07/05/${slug}/</link><dc:creator>ada</dc:creator>
<guid isPermaLink="false">https://blog.example.org/?p=${id}</guid><content:encoded><![CDATA[${text}]]></content:encoded>
<wp:post_id>${id}</wp:post_id><wp:post_date>2018-07-05 15:48:16</wp:post_date><wp:post_date_gmt>2018-07-05 14:48:16</wp:post_date_gmt>
<wp:post_name>${slug}</wp:post_name><wp:status>${status}</wp:status><wp:post_type>${type}</wp:post_type>
<category domain="category" nicename="news"><![CDATA[News]]></category>${more}</item>`;
}

const comment = (approved: string): string =>
  `<wp:comment><wp:comment_id>3</wp:comment_id><wp:comment_author>Bo</wp:comment_author><wp:comment_author_email>bo@example.org</wp:comment_author_email><wp:comment_content>Yes</wp:comment_content><wp:comment_approved>${approved}</wp:comment_approved></wp:comment>`;

const link = '<a href="https://blog.example.org/2018/07/05/post-2/#x">two</a>';
const image = '<img src="https://blog.example.org/wp-content/uploads/a-300x200.jpg" alt="A" />';
const attachment = `<item><wp:post_id>9</wp:post_id><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://blog.example.org/wp-content/uploads/a.jpg</wp:attachment_url></item>`;
const samples = [
  attachment,
  item({ id: 1, text: `See ${link}. ${image}`, more: comment('1') + comment('spam') }),
  item({ id: 2, text: '<h2 id="x">What we did</h2> Text.' }),
  item({ id: 3, slug: 'post-2' }),
  item({ id: 4, status: 'private', more: comment('1') }),
  item({ id: 5, status: 'draft' }),
  item({ id: 6, type: 'feedback' }),
];

/** A folder with an export, imported with these arguments. */
async function imported(items: readonly string[] = samples, ...args: string[]) {
  const folder = tempFolder({ 'export.xml': wxr(items) });
  const again = (...more: string[]) => run(folder, ['import', 'wordpress', 'export.xml', ...more]);
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  return { folder, again, read, ...(await again(...args)) };
}

const everything = (folder: string): string[] =>
  filesIn(folder).map((file) => `${file}: ${readFileSync(join(folder, file), 'utf8')}`);

test('an export becomes posts, comments, a report and a config', async () => {
  const { folder, status, read, stderr } = await imported();
  expect(status).toBe(0);
  expect(filesIn(folder)).toEqual([
    '_wordpress/comments/1.json',
    '_wordpress/import.json',
    '_wordpress/report.json',
    'blog.config.yaml',
    'export.xml',
    'posts/2018-07-05-post-1.md',
    'posts/2018-07-05-post-2-2.md',
    'posts/2018-07-05-post-2.md',
    'posts/2018-07-05-post-5.md',
  ]);
  const post = read('posts/2018-07-05-post-1.md');
  expect(post).toContain('id: https://blog.example.org/?p=1\npermalink: /2018/07/05/post-1/\n');
  expect(post).toContain('[two](2018-07-05-post-2.md#x)');
  expect(read('posts/2018-07-05-post-2.md')).toContain('## <a id="x"></a>What we did\n');
  expect(post).toContain('(https://blog.example.org/wp-content/uploads/a.jpg)');
  expect(read('posts/2018-07-05-post-5.md')).toContain('draft: true');
  expect(read('blog.config.yaml')).toContain('timezone: Europe/London');
  expect(stderr).toContain('4 posts in posts: 4 written\n3 items left out:\n');
  expect(everything(folder).slice(0, 3).join('')).not.toContain('bo@example.org');
  const { status: valid, stderr: problems } = await run(folder, ['validate']);
  expect([valid, problems]).toEqual([0, '4 posts, no problems\n']);
});

test('a place to which a post of another export links stays, whatever the next export has', async () => {
  const place = item({ id: 2, text: '<h2 id="x">What we did</h2> Text.' });
  const { folder, again, read } = await imported([item({ id: 1, text: `See ${link}.` }), place]);
  const before = read('posts/2018-07-05-post-2.md');
  expect(before).toContain('<a id="x"></a>');
  writeFileSync(join(folder, 'export.xml'), wxr([place]));
  const { stderr } = await again('--update');
  expect(stderr).toContain('1 unchanged');
  expect(read('posts/2018-07-05-post-2.md')).toBe(before);
});

test('the report counts everything, names what is private by its number, and has a schema', async () => {
  const { stdout, read } = await imported(samples, '--json');
  const report = JSON.parse(stdout);
  expect(report).toEqual(JSON.parse(read('_wordpress/report.json')));
  expect(report).toMatchObject({
    items: { total: 7, imported: 4, skipped: 3 },
    comments: { total: 3, imported: 1, skipped: 2 },
    fetch: ['https://blog.example.org/wp-content/uploads/a.jpg'],
  });
  expect(stdout).not.toContain('Post 4');
  expect(stdout).not.toContain('Post 6');
  expect(report.skipped).toContainEqual({ reason: expect.stringMatching(/^private/), count: 1, posts: [{ id: 4 }] });
  const schema = JSON.parse((await run(tempFolder(), ['schema', 'import-report'])).stdout) as Json;
  expect(schemaFaults(schema, report)).toEqual([]);
});

describe('a second run', () => {
  test('changes nothing', async () => {
    const { folder, again } = await imported();
    const before = everything(folder);
    const { status, stderr } = await again('--update');
    expect(everything(folder)).toEqual(before);
    expect([status, stderr]).toEqual([0, expect.stringContaining('0 written, 4 unchanged')]);
  });

  test('completes one that was killed', async () => {
    const { folder, again } = await imported();
    const before = everything(folder);
    rmSync(join(folder, '_wordpress'), { recursive: true });
    rmSync(join(folder, 'posts/2018-07-05-post-2.md'));
    await again();
    expect(everything(folder)).toEqual(before);
  });

  test('finds the draft again that an import wrote before it was killed, though only its place identifies it', async () => {
    const draft = item({ id: 5, status: 'draft' }).replace(/<link>.*?<.guid>/s, '<guid></guid>');
    const other = item({ id: 6, status: 'draft', slug: 'post-5' }).replace(/<link>.*?<.guid>/s, '<guid></guid>');
    const { folder, again, read } = await imported([draft, other]);
    const before = everything(folder);
    const record = read('_wordpress/import.json').replace(/,"hash":"\w+"/g, '');
    writeFileSync(join(folder, '_wordpress/import.json'), record);
    rmSync(join(folder, 'posts/2018-07-05-post-5-2.md'));
    await again();
    expect(everything(folder)).toEqual(before);
  });

  test('forgets what an import was about to write when it was killed, once the export has it no more', async () => {
    const { folder, again, read } = await imported([item({ id: 1 }), item({ id: 2 })]);
    const record = read('_wordpress/import.json').replace(/,"hash":"\w+"/g, '');
    writeFileSync(join(folder, '_wordpress/import.json'), record);
    rmSync(join(folder, 'posts/2018-07-05-post-2.md'));
    writeFileSync(join(folder, 'export.xml'), wxr([item({ id: 1 })]));
    await again();
    expect(read('_wordpress/import.json')).not.toContain('post-2');
  });

  test('keeps what was edited, moved or deleted, and updates the rest only when asked', async () => {
    const { folder, again, read } = await imported();
    const edited = `${read('posts/2018-07-05-post-1.md')}\nMore.\n`;
    writeFileSync(join(folder, 'posts/2018-07-05-post-1.md'), edited);
    mkdirSync(join(folder, 'posts/2018'));
    renameSync(join(folder, 'posts/2018-07-05-post-2.md'), join(folder, 'posts/2018/two.md'));
    rmSync(join(folder, 'posts/2018-07-05-post-5.md'));
    const changed = samples.map((one) => one.replaceAll('Text.', 'New text.').replace('See ', 'Look at '));
    writeFileSync(join(folder, 'export.xml'), wxr(changed));
    const { stdout } = await again('--json');
    const outdated = ['posts/2018/two.md', 'posts/2018-07-05-post-2-2.md'];
    expect(JSON.parse(stdout)).toMatchObject({
      edited: [{ file: 'posts/2018-07-05-post-1.md', alsoChanged: true }],
      deleted: ['posts/2018-07-05-post-5.md'],
      outdated,
    });
    expect(read('posts/2018/two.md')).not.toContain('New text.');
    await again('--update');
    for (const file of outdated) expect(read(file)).toContain('New text.');
    expect(read('posts/2018-07-05-post-1.md')).toBe(edited);
    expect(filesIn(folder)).not.toContain('posts/2018-07-05-post-5.md');
  });

  test('names what is published here and deleted, or a draft again, on WordPress', async () => {
    const { folder, again } = await imported();
    const newer = [item({ id: 1, status: 'draft' }), item({ id: 2, type: 'page' }), item({ id: 4 })];
    writeFileSync(join(folder, 'export.xml'), wxr(newer));
    const { stderr } = await again();
    // The second is a page now, which is left out with a reason.
    expect(stderr).toContain(`run blog unpublish:
  posts/2018-07-05-post-1.md
Published here, but not in this export; if WordPress has deleted them, delete them here, too:
  posts/2018-07-05-post-2-2.md
`);
    rmSync(join(folder, 'posts/2018-07-05-post-2-2.md'));
    expect((await run(folder, ['unpublish', 'post-1'])).status).toBe(0);
    expect((await again()).stderr).not.toMatch(/published here/i);
  });

  test('says nothing of what was published here while it is a draft on WordPress', async () => {
    const { folder, again } = await imported();
    await run(folder, ['publish', 'post-5']);
    const { stderr } = await again();
    expect(stderr).toContain('Edited here, and left as they are:\n  posts/');
    expect(stderr).not.toMatch(/published here/i);
  });

  test('does not trust a record', async () => {
    const { folder, again } = await imported();
    writeFileSync(join(folder, '_wordpress/import.json'), '{"version":1,"posts":{"x":{"path":"../x.md","hash":""}}}');
    const { status, stderr } = await again();
    expect([status, stderr]).toEqual([1, expect.stringContaining('_wordpress/import.json cannot be read')]);
  });
});

test('of two exports the newer one hides a post', async () => {
  const modified = (day: string) => `<wp:post_modified_gmt>2018-07-${day} 10:00:00</wp:post_modified_gmt>`;
  const older = wxr([item({ id: 1, more: modified('06') }), item({ id: 2 }), item({ id: 3, more: modified('08') })]);
  const newer = wxr([
    item({ id: 1, status: 'private', more: modified('07') }),
    item({ id: 2, status: 'trash' }),
    item({ id: 3, status: 'private', more: modified('07') }),
  ]);
  for (const files of [
    ['a.xml', 'b.xml'],
    ['b.xml', 'a.xml'],
  ]) {
    const folder = tempFolder({ 'a.xml': older, 'b.xml': newer });
    await run(folder, ['import', 'wordpress', ...files]);
    // The third was private before it was published.
    expect(filesIn(folder).filter((file) => file.startsWith('posts/'))).toEqual(['posts/2018-07-05-post-3.md']);
  }
});

test('a dry run writes nothing and reports the same', async () => {
  const { folder, stdout, again } = await imported(samples, '--dry-run', '--json');
  expect(filesIn(folder)).toEqual(['export.xml']);
  expect((await again('--json')).stdout).toBe(stdout);
});

test('types and custom fields that no item has are named', async () => {
  const meta = `<wp:postmeta><wp:meta_key>photographer</wp:meta_key><wp:meta_value>Al Ray</wp:meta_value></wp:postmeta>`;
  const args = ['--type', 'posts,post', '--meta', 'photographr=photos_by', '--meta', 'photographer=photos_by'];
  const { stderr } = await imported([item({ id: 1, more: meta })], ...args);
  expect(stderr).toMatch(
    /\nno item has the type “posts”; did you mean “post”\?\nno post has the custom field “photographr”; did you mean “photographer”\?\n$/,
  );
});

test('withheld posts come as drafts where they are asked for, pages with their type', async () => {
  const { folder, read } = await imported(
    [...samples, item({ id: 7, type: 'page' })],
    '--include',
    'private,trash',
    '--type',
    'page',
    '--type',
    'post',
    '--no-comments',
  );
  expect(read('posts/2018-07-05-post-4.md')).toContain('draft: true');
  expect(filesIn(folder)).toContain('posts/_site/post-7.md');
  expect(filesIn(folder).filter((file) => file.includes('comments'))).toEqual([]);
});

test('a file that is cut gives what is whole, and exit status 1', async () => {
  const folder = tempFolder({ 'export.xml': wxr(samples).slice(0, -400) });
  const { status, stderr } = await run(folder, ['import', 'wordpress', 'export.xml']);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^export\.xml:\d+: error: file is cut off here, in the item that begins at line \d+/m);
  expect(filesIn(folder)).toContain('posts/2018-07-05-post-1.md');
});

test.each([
  ['', 'export.xml is an empty file'],
  ['<html></html>', 'export.xml is an HTML page'],
])('%j is refused', async (text, message) => {
  const folder = tempFolder({ 'export.xml': text });
  const { status, stderr } = await run(folder, ['import', 'wordpress', 'export.xml']);
  expect([status, stderr]).toEqual([2, `blog: not a WordPress export: ${message}\n`]);
  expect(filesIn(folder)).toEqual(['export.xml']);
});

test('gzip that cannot be read is no empty file', async () => {
  const folder = tempFolder({});
  writeFileSync(join(folder, 'a.xml.gz'), Buffer.from([0x1f, 0x8b, ...Buffer.from('no gzip at all')]));
  const { status, stderr } = await run(folder, ['import', 'wordpress', 'a.xml.gz']);
  expect([status, stderr]).toEqual([2, 'blog: not a WordPress export: a.xml.gz is damaged gzip data\n']);
});

test('an export of another site is refused', async () => {
  const folder = tempFolder({ 'a.xml': wxr(samples), 'b.xml': wxr([]).replaceAll('blog.example', 'other.example') });
  const { status, stderr } = await run(folder, ['import', 'wordpress', 'a.xml', 'b.xml']);
  expect([status, stderr]).toEqual([1, expect.stringContaining('b.xml is of another site')]);
  expect(filesIn(folder)).toEqual(['a.xml', 'b.xml']);
});

test.each([
  [['import', 'blogger', 'a.xml'], 'choose from wordpress'],
  [['import', 'wordpress', 'none.xml'], 'cannot read none.xml: no such file or folder'],
  [['import', 'wordpress', 'a.xml', '--include', 'all'], 'choose from private, password, trash'],
  [['import', 'wordpress', 'a.xml', '--meta', 'x'], 'use KEY=FIELD'],
])('%j: %s', async (args, message) => {
  const { status, stderr } = await run(tempFolder({}), args);
  expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
});

test('the config that is there already stays, and is told which categories it lacks', async () => {
  const config = 'site_url: https://blog.example.org\ncategories: [Other]\n';
  const folder = tempFolder({ 'export.xml': wxr(samples), 'blog.config.yaml': config });
  const { status, stderr } = await run(folder, ['import', 'wordpress', 'export.xml']);
  expect(readFileSync(join(folder, 'blog.config.yaml'), 'utf8')).toBe(config);
  const hint = expect.stringContaining('write under categories in the config:\n  - News\n');
  expect([status, stderr]).toEqual([0, hint]);
  expect((await run(folder, ['import', 'wordpress', 'export.xml', '--json'])).stderr).toEqual(hint);
});

test.each([
  ['language: en-GB\n', 'To have translations in their languages, add to the config:\nlanguages: [en-GB, cy, ga]\n'],
  [
    'language: en-GB\nlanguages: [en, cy]\n',
    'To have translations in their languages, change in the config:\nlanguages: [en, cy, ga]\n',
  ],
  ['', 'To have translations in their languages, add to the config:\nlanguage: en-GB\nlanguages: [en-GB, cy, ga]\n'],
  ['language: en-GB\nlanguages: [en-GB, ga, cy]\n', ''],
])('a config that is there already, %j, is told which languages it lacks', async (lines, hint) => {
  const version = (id: number, lang: string): string =>
    item({
      id,
      more: `<category domain="post_translations" nicename="g">g</category><category domain="language" nicename="${lang}">L</category>`,
    });
  const config = `title: B\nsite_url: https://blog.example.org\ntimezone: Europe/London\nfeed: { aliases: {} }\n${lines}`;
  const items = [version(1, 'en'), version(2, 'cy'), version(3, 'ga')];
  const folder = tempFolder({ 'export.xml': wxr(items), 'blog.config.yaml': config });
  const { stderr } = await run(folder, ['import', 'wordpress', 'export.xml']);
  expect(stderr.slice(stderr.indexOf('Full report:'))).toBe(`Full report: _wordpress/report.json\n${hint}`);
});

test('an export of posts alone, which lists no categories, keeps their URLs and feeds, but not those of private posts', async () => {
  const named = (id: number, slug: string, name: string, status?: string): string =>
    item({ id, status, more: `<category domain="category" nicename="${slug}">${name}</category>` });
  const { read } = await imported([named(1, 'newyddion', 'Welsh news'), named(2, 'staff', 'Staff only', 'private')]);
  expect(read('blog.config.yaml')).toMatch(
    /categories:\n {2}- News\n {2}- \{ name: "Welsh news", slug: "newyddion" \}\n\n/,
  );
  const { feeds } = JSON.parse(read('_wordpress/report.json'));
  expect(feeds).toEqual(['/feed/', '/comments/feed/', '/category/news/feed/', '/category/newyddion/feed/']);
});

test('categories that only withheld posts have stay out of the config, those that no post has are kept', async () => {
  const category = (slug: string, name: string, parent = ''): string =>
    `<wp:category><wp:category_nicename>${slug}</wp:category_nicename><wp:category_parent>${parent}</wp:category_parent><wp:cat_name>${name}</wp:cat_name></wp:category>`;
  const posted = (id: number, slug: string, status: string): string =>
    item({
      id,
      status,
      more: `<category domain="category" nicename="${slug}">${slug[0]?.toUpperCase()}${slug.slice(1)}</category>`,
    });
  const channel = [
    ...[
      category('news', 'News'),
      category('staff', 'Staff only'),
      category('shut', 'Shut'),
      category('later', 'Later'),
    ],
    ...[category('top', 'Top'), category('below', 'Below', 'top')],
  ].join('');
  const items = [
    ...[posted(1, 'below', 'publish'), posted(2, 'staff', 'private'), posted(3, 'top', 'trash')],
    posted(4, 'shut', 'publish').replace('<wp:status>', '<wp:post_password>x</wp:post_password><wp:status>'),
  ];
  const folder = tempFolder({ 'export.xml': wxr(items, channel) });
  expect((await run(folder, ['import', 'wordpress', 'export.xml'])).status).toBe(0);
  expect(everything(folder).filter((text) => !text.startsWith('export.xml') && /staff|shut/i.test(text))).toEqual([]);
  expect(readFileSync(join(folder, 'blog.config.yaml'), 'utf8')).toMatch(
    /categories:\n {2}- News\n {2}- Later\n {2}- Top\n {2}- Below\n\n/,
  );
});

test('two items with one number keep the comments of both', async () => {
  const twice = [item({ id: 1, more: comment('1') }), item({ id: 1, more: comment('1') }).replace('?p=1<', '?p=99<')];
  const { folder, read } = await imported(twice);
  const files = filesIn(folder).filter((file) => file.startsWith('_wordpress/comments/'));
  expect(files).toHaveLength(2);
  expect(JSON.parse(read('_wordpress/report.json')).comments).toEqual({ total: 2, imported: 2, skipped: 0 });
});

test('nothing that WordPress withholds is published through another post', async () => {
  const hidden =
    '<!-- wp:group {"metadata":{"blockVisibility":false}} --><div><!-- wp:paragraph --><p>Hidden</p><!-- /wp:paragraph --></div><!-- /wp:group -->';
  const off = '<!-- wp:paragraph {"blockVisibility":{"hideBlock":true}} --><p>Hidden</p><!-- /wp:paragraph -->';
  const { read, folder } = await imported([
    item({ id: 7, type: 'wp_block', status: 'private', text: 'Hidden' }),
    item({
      id: 1,
      text: `<!-- wp:block {"ref":7} /-->${hidden}<!-- wp:paragraph --><p>Shown</p><!-- /wp:paragraph -->${off}`,
    }),
    item({ id: 2, text: '[members_access role="editor"]Hidden[/members_access]Shown' }),
  ]);
  expect(everything(folder).filter((text) => text.startsWith('posts/') && !/\n\nShown\n$/.test(text))).toEqual([]);
  expect(JSON.parse(read('_wordpress/report.json')).losses.map(({ what }: { what: string }) => what)).toEqual([
    'reusable block 7 that is not public',
    'block “group” left out (switched off)',
    'block “paragraph” left out (switched off)',
    '[members_access] left out (not shown to everyone)',
  ]);
});

test('every post is read back and compared with WordPress, also in a dry run, and not with --no-verify', async () => {
  const items = [
    item({ id: 1, text: `<h2>One</h2><p>${link}</p>` }),
    item({ id: 2, text: '<ul>a<li>b</li></ul>' }),
    item({ id: 3, status: 'private' }),
  ];
  const { stderr, read, again } = await imported(items);
  const line = `Read back 2 posts: 1 identical in text and structure, 1 in text only:\n  posts/2018-07-05-post-2.md: list: “- a” added\n`;
  expect(stderr).toContain(line);
  expect(JSON.parse(read('_wordpress/report.json')).verification).toEqual({
    ...{ posts: 2, identical: 1, sameText: 1, different: 0, faults: [] },
    differences: [{ file: 'posts/2018-07-05-post-2.md', id: 2, differences: [{ kind: 'list', what: '“- a” added' }] }],
  });
  expect((await again('--dry-run')).stderr).toContain(line);
  expect((await again('--no-verify')).stderr).not.toContain('Read back');
  expect(JSON.parse(read('_wordpress/report.json')).verification).toBe(null);
});

test.each([
  ['private', 'private', ''],
  [
    'private',
    'publish',
    '<wp:postmeta><wp:meta_key>_members_access_role</wp:meta_key><wp:meta_value>x</wp:meta_value></wp:postmeta>',
  ],
  ['password', 'publish', '<wp:post_password>tea</wp:post_password>'],
  ['trash', 'trash', ''],
])('what was %s says so, and nobody publishes it unawares (%s)', async (word, status, more) => {
  const { folder, read } = await imported([item({ id: 1, status, more })], '--include', word);
  const file = 'posts/2018-07-05-post-1.md';
  expect(read(file)).toContain(`draft: true\nstatus: ${word}\n---\n`);
  const text = read(file);
  for (const [command, done] of [
    ['publish', 'published'],
    ['submit', 'submitted'],
  ] as const) {
    const refused = await run(folder, [command, 'post-1']);
    const said = `blog: ${file} not ${done}: “status: ${word}” says that it was withheld on purpose; if readers may see it, write status: draft first: blog edit ${file}\n`;
    expect(refused).toEqual({ status: 1, stdout: '', stderr: said });
    expect(read(file)).toBe(text);
  }
  writeFileSync(join(folder, file), text.replace(`status: ${word}`, 'status: draft'));
  expect((await run(folder, ['publish', 'post-1'])).status).toBe(0);
});

test('a byline in a part that is not shown to everyone names nobody', async () => {
  const hidden = '<!-- wp:acme/members-only --><p>Text and photos by Zoe Secret</p><!-- /wp:acme/members-only -->';
  const { folder } = await imported([
    item({ id: 1, text: `<!-- wp:paragraph --><p>Text.</p><!-- /wp:paragraph -->${hidden}` }),
  ]);
  expect(everything(folder).filter((text) => !text.startsWith('export.xml') && text.includes('Zoe'))).toEqual([]);
});

test.each([
  ['1893456000', 'saved', '', 'expires: 2030-01-01T00:00:00+00:00'],
  ['1893456000', 'saved', 's:10:"expireType";s:5:"trash";', 'expires: 2030-01-01T00:00:00+00:00'],
  ['1893456000', '', '', undefined],
  ['1893456000', 'saved', 's:10:"expireType";s:8:"category";', undefined],
  ['soon', 'saved', '', undefined],
])('what WordPress takes back at %s (%s %s) is taken back here: %s', async (date, status, options, line) => {
  const meta = (key: string, value: string): string =>
    `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`;
  const more = [
    meta('_expiration-date', date),
    meta('_expiration-date-status', status),
    meta('_expiration-date-options', options),
  ].join('');
  const { read, stderr } = await imported(
    [item({ id: 1, more }), item({ id: 2, more, type: 'page' })],
    '--type',
    'post,page',
  );
  for (const file of ['posts/2018-07-05-post-1.md', 'posts/_site/post-2.md'])
    expect(/^expires: .*$/m.exec(read(file))?.[0]).toBe(line);
  expect(stderr).toContain('Read back 2 posts: 2 identical in text and structure\n');
});

test('rules of MemberPress are named, since nobody can apply them here', async () => {
  const { stderr } = await imported([item({ id: 1 }), item({ id: 2, type: 'memberpressrule' })]);
  expect(stderr).toContain('  1  rule of MemberPress, which is not applied: unpublish the posts that it protects\n');
});

test('what somebody edited is not compared', async () => {
  const { folder, again } = await imported([item({ id: 1 }), item({ id: 2 })]);
  writeFileSync(join(folder, 'posts/2018-07-05-post-1.md'), '---\ntitle: Mine\n---\n');
  expect((await again()).stderr).toContain('Read back 1 post: 1 identical in text and structure\n');
});

test('posts that WordPress withholds by now are named until they are hidden here too', async () => {
  const { folder, again } = await imported([item({ id: 1 }), item({ id: 2 }), item({ id: 3, status: 'private' })]);
  writeFileSync(join(folder, 'export.xml'), wxr([item({ id: 1 }), item({ id: 2, status: 'private' })]));
  const { stderr } = await again();
  const heading = 'No longer public on WordPress, but published here; to hide them, run blog unpublish:';
  expect(stderr).toContain(`${heading}\n  posts/2018-07-05-post-2.md\n`);
  await run(folder, ['unpublish', 'posts/2018-07-05-post-2.md']);
  expect((await again()).stderr).not.toContain(heading);
});

test('post types may be a list with commas', async () => {
  const { stderr } = await imported([item({ id: 1 }), item({ id: 2, type: 'page' })], '--type', 'post, page');
  expect(stderr).toContain('1 post and 1 page in posts: 2 written');
});
