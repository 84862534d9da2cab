/** Comments in every state. */
import type { SampleComment, SampleItem } from '../sample.ts';

const ann: SampleComment = { author: 'Ann', content: 'Good to read.' };
const discussed = (title: string, comments: SampleComment[], more: Partial<SampleItem> = {}): SampleItem => ({
  title,
  name: title.toLowerCase().replaceAll(' ', '-'),
  content: 'Tell us what you think.',
  comments,
  ...more,
});

export const comments: SampleItem[] = [
  discussed('One comment', [ann]),
  discussed('A thread', [ann, { author: 'Bo', content: 'Yes &amp; no.', isReply: true }, { ...ann, isReply: true }]),
  discussed('Spam', [{ ...ann, approved: 'spam' }, { ...ann, approved: 'spam' }, ann]),
  discussed('Waiting for approval', [{ ...ann, approved: '0' }]),
  discussed('In the trash', [
    { ...ann, approved: 'trash' },
    { ...ann, approved: 'post-trashed' },
  ]),
  discussed('Pings', [
    { author: 'https://other.example.com/', content: '[…] as they say […]', type: 'pingback' },
    { author: 'Other blog', content: '[…]', type: 'trackback' },
    ann,
  ]),
  discussed('A review', [{ ...ann, type: 'review' }]),
  discussed('Closed without comments', [], { commentStatus: 'closed' }),
  discussed('Closed with a comment', [ann], { commentStatus: 'closed' }),
  discussed('An anonymous comment', [{ author: '', content: '学生 🎉 ]]> <b>bold</b>' }]),
];
