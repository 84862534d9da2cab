/** Links, and what other tools read as more than text: readers would see it as it stands. */
import { body, type Mistake, post } from './mistake.ts';

const code = 'template-code';

/** Markup of other tools that readers would see as it stands. */
const markup: readonly string[] = [
  '## Heading {#custom-id}',
  '::: warning\nCareful\n:::',
  'See [[Another note]].',
  'See [[Another note|that one]].',
  '![[photo.png]]',
  '> [!NOTE]\n> Text',
  'Some ==marked== words.',
  '[TOC]\n\nText.',
  'Well done :tada:',
  'Well done :tada::tada::tada:',
  'So $$a^2 + b^2$$ it is.',
  '<% asset %>',
  'A claim[^nope].',
  '- [ ] to do\n- [x] done',
  'A claim【4†source】.',
  'See Error! Reference source not found.',
  'Hello<o:p></o:p>',
  'â€œHelloâ€\u009d',
  'Dear [Your Name],',
  'Lorem ipsum dolor sit amet.',
  '{{< figure src="a.png" >}}',
  '{% include note.html %}',
  '{: .lead}\nText.',
];

/** What a text that is code, or needs no tool, may hold. */
const plain: readonly string[] = [
  '```\n[[x]] {{ y }} :tada:\n```',
  'Write `[[x]]` or `:::`.',
  'At 10:30: tea. Ratio 3:2:1.',
  'A claim[^1].\n\n[^1]: Its source.',
  'If a == b and b == c.',
  'In std::vector::size and a::b::c.',
  '!!! Important !!!',
  'They [add nothing](https://example.org/add) to it. Â, Ã and “â” are letters.',
  'Costs $5, or $$ in slang.',
  '{% highlight yaml %}\n# no heading\n{{ x }}\n{% endhighlight %}',
  '> [Note](https://example.org/) this.',
];

export const markupMistakes: readonly Mistake[] = [
  ...(
    [
      ['a link without its ending', 'See [that](other).', 'See [that](other.md).'],
      ['a link with a site’s ending', 'See [that](other.html).', 'See [that](other.md).'],
      ['a misspelt link', 'See [that](othre.md).', 'See [that](other.md).'],
    ] as const
  ).map(
    ([name, written, typed]): Mistake => ({
      name,
      answer: 'hint',
      rule: 'link-broken',
      text: body(written),
      meant: { title: 'A' },
      hint: 'other.md',
      typed: [written, typed],
      beside: { 'posts/other.md': post('title: Other', 'date: 2016-01-15') },
    }),
  ),
  ...markup.map(
    (text): Mistake => ({
      name: text.replaceAll('\n', ' / '),
      answer: 'told',
      rule: code,
      text: body(text),
      meant: { title: 'A' },
    }),
  ),
  ...plain.map(
    (text): Mistake => ({
      name: text.replaceAll('\n', ' / '),
      answer: 'read',
      rule: [code, 'heading-title', 'heading-order', 'link-broken'],
      text: body(text),
      meant: { title: 'A' },
    }),
  ),
];
