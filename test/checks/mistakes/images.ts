/** Images in front matter. */
import { type Mistake, plus, post } from './mistake.ts';

const image = (file: string): Record<string, string> => ({ [file]: 'an image' });
const code = 'template-code';

export const imageMistakes: readonly Mistake[] = [
  {
    name: 'Markdown for an image',
    answer: 'hint',
    rule: 'front-matter-syntax',
    text: plus('image: ![Two people](p.png)'),
    meant: { image: { src: 'p.png', alt: 'Two people' } },
    hint: /image: p\.png.*image_alt: "?Two people/,
    typed: ['image: ![Two people](p.png)', 'image: p.png\nimage_alt: "Two people"'],
    beside: image('posts/p.png'),
  },
  {
    name: 'parts below a source',
    answer: 'hint',
    rule: 'front-matter-syntax',
    text: plus('image: p.png', '  alt: Two people'),
    meant: { image: { src: 'p.png', alt: 'Two people' } },
    hint: 'src: p.png',
    typed: ['image: p.png', 'image:\n  src: p.png'],
    beside: image('posts/p.png'),
  },
  {
    name: 'no source',
    answer: 'told',
    rule: ['field-type', 'image-file-missing'],
    text: plus('image:', '  alt: Two people'),
    meant: {},
  },
  {
    name: 'no source but a credit',
    answer: 'told',
    rule: ['field-type', 'image-file-missing'],
    text: plus('photo: {credit: Ada}'),
    meant: {},
  },
  { name: 'true', answer: 'told', rule: 'field-type', text: plus('image: true'), meant: {} },
  {
    name: 'template code',
    answer: 'told',
    rule: code,
    text: plus('image: "{{ site.baseurl }}/assets/p.png"'),
    meant: {},
  },
  {
    name: 'template code in a summary',
    answer: 'told',
    rule: code,
    text: plus('summary: "{{ page.description }}"'),
    meant: {},
  },
  {
    name: 'template code of Liquid in a title',
    answer: 'told',
    rule: code,
    text: post('title: "{% t news %}"', 'date: 2017-01-15'),
    meant: {},
  },
  {
    name: 'consent that is neither',
    answer: 'told',
    rule: 'field-type',
    text: plus('image: {src: "https://e.org/p.png", consent: maybe}'),
    meant: {},
  },
  {
    name: 'a file that is not there',
    answer: 'told',
    rule: 'image-file-missing',
    text: plus('image: p.png'),
    meant: {},
  },
  {
    name: 'a misspelt key',
    answer: 'fix',
    rule: 'field-unknown',
    text: plus('imgae: p.png'),
    meant: { image: { src: 'p.png' } },
    beside: image('posts/p.png'),
  },
  {
    name: 'the alt text’s misspelt key',
    answer: 'hint',
    rule: 'field-unknown',
    text: plus('image: p.png', 'image_atl: Two people'),
    meant: { image: { src: 'p.png', alt: 'Two people' } },
    hint: 'image_alt',
    typed: ['image_atl', 'image_alt'],
    beside: image('posts/p.png'),
  },
  {
    name: 'a key that is no alt text',
    answer: 'told',
    rule: 'field-unknown',
    text: plus('image_url: p.png'),
    meant: {},
    wrongHint: /image_alt/,
  },
  {
    name: 'a file in other letters',
    answer: 'hint',
    rule: 'image-file-missing',
    text: plus('image: Photo.PNG'),
    meant: { image: { src: 'photo.png' } },
    hint: 'photo.png',
    typed: ['Photo.PNG', 'photo.png'],
    beside: image('posts/photo.png'),
  },
  ...(
    [
      [
        'a part called url',
        plus('image: {url: p.png, alt: Two people}'),
        'posts/p.png',
        { src: 'p.png', alt: 'Two people' },
      ],
      ['the images folder beside the post', plus('coverImage: p.png'), 'posts/images/p.png', { src: 'p.png' }],
      ['a file above the posts folder', plus('image: ../assets/p.png'), 'assets/p.png', { src: '../assets/p.png' }],
      [
        'consent as a boolean',
        plus('image: {src: p.png, consent: true}'),
        'posts/p.png',
        { src: 'p.png', consent: 'yes' },
      ],
    ] as const
  ).map(
    ([name, text, file, meant]): Mistake => ({
      name,
      answer: 'read',
      rule: ['image-file-missing', 'field-type', 'field-unknown'],
      text,
      meant: { image: meant },
      beside: image(file),
    }),
  ),
];
