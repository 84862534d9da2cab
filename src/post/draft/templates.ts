/** The built-in templates. */

interface Part {
  heading?: string;
  /** Says what to write here; addressed to the author, not to readers. */
  placeholder: string;
}

/** Each part is a placeholder to replace, under a heading that may stay. */
const templates = {
  post: [
    { placeholder: 'Begin with what happened, in two or three sentences: who, where and when.' },
    {
      heading: 'What we did',
      placeholder: 'Tell it in order, and say who did what: students, staff, partners.',
    },
    {
      heading: 'What we found',
      placeholder: 'Write about one thing that worked, and one that did not. An example says more than a claim.',
    },
    {
      heading: 'What comes next',
      placeholder: 'Say what will happen now, and how a reader can take part or get in touch.',
    },
  ],
  event: [
    { placeholder: 'Say in two sentences what the event was, where and when it was, and who came.' },
    {
      heading: 'Why we met',
      placeholder: 'Name the question that brought people together, and who asked it.',
    },
    {
      heading: 'What was said',
      placeholder: 'Pick two or three moments, and give people’s own words where they have agreed to be quoted.',
    },
    {
      heading: 'What we are taking away',
      placeholder: 'Write what you will do differently, and what students and staff each took from the day.',
    },
    {
      heading: 'Find out more',
      placeholder: 'Link to slides, notes or the next event, with words that say where each link leads.',
    },
  ],
  interview: [
    { placeholder: 'Introduce the person in two sentences: name, role, and why you wanted to talk to them.' },
    {
      heading: 'How did you come to work in partnership?',
      placeholder: 'Give the first answer in their own words, and let them read it before it is published.',
    },
    {
      heading: 'What did you do together, and who decided what?',
      placeholder: 'Ask for one example, and keep the details that only they can know.',
    },
    {
      heading: 'What was harder than you expected?',
      placeholder: 'Leave room for an honest answer, and ask what helped.',
    },
    {
      heading: 'What would you say to somebody who wants to get started?',
      placeholder: 'End with an answer that a reader can act on tomorrow.',
    },
  ],
  reflection: [
    { placeholder: 'Describe one moment of working in partnership that stays with you, as if it were a scene.' },
    {
      heading: 'What I thought at the time',
      placeholder: 'Say what you expected and felt, before you knew how it would end.',
    },
    {
      heading: 'What I see now',
      placeholder: 'Look at it again from the other side: how was it for the student, or the member of staff?',
    },
    {
      heading: 'What I would do differently',
      placeholder: 'Name one thing that you will try next time, small enough to really do.',
    },
  ],
} as const satisfies Record<string, readonly Part[]>;

export type TemplateName = keyof typeof templates;

/** The names of the built-in templates. */
export const templateNames = Object.keys(templates) as TemplateName[];

/** The text of a template in Markdown, with each placeholder as a paragraph in italics. */
export function templateBody(name: TemplateName): string {
  const parts: readonly Part[] = templates[name];
  return parts
    .map(({ heading, placeholder }) => `${heading === undefined ? '' : `## ${heading}\n\n`}*${placeholder}*\n`)
    .join('\n');
}

/** The placeholders of all templates, which an author must replace. */
export function placeholderSentences(): string[] {
  const all: readonly (readonly Part[])[] = Object.values(templates);
  return all.flatMap((parts) => parts.map(({ placeholder }) => placeholder));
}
