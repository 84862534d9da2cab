/** The test export: the blog of students and staff who write together, with every kind of item that WordPress has. */
import { comments } from './items/comments.ts';
import { fields } from './items/fields.ts';
import { identity } from './items/identity.ts';
import { images } from './items/images.ts';
import { leftOut } from './items/leftOut.ts';
import { shortcodes } from './items/shortcodes.ts';
import { texts } from './items/texts.ts';
import { category, numberItems, type SampleSite, siteUrl, tag, term } from './sample.ts';

/** The blog; all of its texts were written for these tests. */
export function studentsBlog(): SampleSite {
  return {
    title: 'Students as Co-Creators',
    url: siteUrl,
    authors: [
      { login: 'scadmin', display: 'SC Admin', first: '', last: '' },
      { login: 'awen', display: 'Awen Rhys', first: 'Awen', last: 'Rhys' },
      { login: 'rcalin', display: 'Ruxandra Cālin', first: '', last: '' },
      { login: 'tutor@mail.example.org', display: 'tutor@mail.example.org', first: 'Jo', last: 'Tutor' },
      { login: 'mystery', display: 'mystery', first: '', last: '' },
      { login: 'oneil', display: 'Dr Ann O&#8217;Neil', first: 'Ann', last: 'O’Neil' },
    ],
    terms: [
      category('Uncategorized'),
      category('Announcements'),
      category('Partnership blog'),
      category('Teaching &amp; learning', 'teaching-learning'),
      category('Reflections', 'myfyrdodau'),
      { ...category('Interviews'), parent: 'announcements' },
      category('学生', '%e5%ad%a6%e7%94%9f'),
      tag('partnership'),
      tag('institute'),
      tag('Q&amp;A', 'qa'),
      term('nav_menu', 'main', 'Main'),
      term('language', 'cy', 'Cymraeg'),
    ],
    items: numberItems([...identity, ...fields, ...texts, ...shortcodes, ...images, ...comments, ...leftOut]),
  };
}
