/** Images and other files in texts, and the attachments that they are. */
import { fileUrl, type SampleItem } from '../sample.ts';
import { fromRows } from './texts.ts';

const group = fileUrl('2018/06/group.jpg');
const image = (src: string, alt = 'Ten people'): string => `<img src="${src}" alt="${alt}" />`;
const shown = `![Ten people](${group})`;

/** An attachment: it is no post, but posts take its alt text, caption and full size from it. */
const attachment = (id: number, file: string, more: Partial<SampleItem> = {}): SampleItem => ({
  id,
  file,
  title: file.replace(/^.*\/|\.\w+$/g, ''),
  name: file.replace(/^.*\/|\.\w+$/g, ''),
  type: 'attachment',
  status: 'inherit',
  content: '',
  skipped: 'image or other file',
  ...more,
  meta: [['_wp_attached_file', file], ...(more.meta ?? [])],
});

export const images: SampleItem[] = [
  attachment(501, '2018/06/group.jpg', {
    excerpt: 'Photo: Ruxandra Cālin',
    meta: [
      ['_wp_attachment_image_alt', 'Ten people in front of the library'],
      ['_wp_attachment_metadata', 'a:1:{s:5:"sizes";a:0:{}}'],
    ],
  }),
  attachment(502, '2018/06/river.jpg'),
  attachment(503, '2018/06/huge-scaled.jpg'),
  attachment(504, '2018/06/programme.pdf'),
  ...fromRows([
    ['An image', image(group), shown],
    ['An image of a size', image(fileUrl('2018/06/group-300x200.jpg')), shown],
    ['An image of a query', image(`${group}?w=640&amp;h=480`), shown],
    [
      'An image through Jetpack',
      image('https://i0.wp.com/blog.example.org/wp-content/uploads/2018/06/group.jpg?resize=300%2C200'),
      shown,
    ],
    ['An image without https', image(group.replace('https', 'http')), shown],
    ['An image by path', image('/wp-content/uploads/2018/06/group.jpg'), shown],
    [
      'A scaled image',
      image(fileUrl('2018/06/huge-1024x768.jpg')),
      `![Ten people](${fileUrl('2018/06/huge-scaled.jpg')})`,
    ],
    [
      'An image that the export lacks',
      image(fileUrl('2017/01/other-150x150.png')),
      `![Ten people](${fileUrl('2017/01/other-150x150.png')})`,
    ],
    [
      'An image elsewhere',
      image('https://pictures.example.com/a.png?w=5'),
      '![Ten people](https://pictures.example.com/a.png?w=5)',
    ],
    [
      'An image in a link',
      `<a href="${group}">${image(fileUrl('2018/06/group-150x150.jpg'))}</a>`,
      `[${shown}](${group})`,
    ],
    ['An image without alt text', `<img src="${group}">`, `![](${group})`],
    [
      'A file',
      `The <a href="${fileUrl('2018/06/programme.pdf')}">programme</a>`,
      `The [programme](${fileUrl('2018/06/programme.pdf')})`,
    ],
  ]),
];
