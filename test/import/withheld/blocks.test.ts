/** What WordPress shows to some readers only, or not now, is no part of a public post. */
import { describe, expect, test } from '@jest/globals';
import { renderContent } from '../../../src/import/text/content.ts';
import { withheldBlock } from '../../../src/import/withheld/blocks.ts';
import { exportIndex } from '../../support/exportItem.ts';

const context = {
  index: exportIndex(),
  path: 'posts/a.md',
  resolveFile: (url: string) => url,
  resolveLink: (url: string) => url,
};
const p = (text: string): string => `<!-- wp:paragraph --><p>${text}</p><!-- /wp:paragraph -->`;
const block = (name: string, attributes: object = {}, inner = p('Secret.')): string => {
  const json = Object.keys(attributes).length === 0 ? '' : ` ${JSON.stringify(attributes)}`;
  return `<!-- wp:${name}${json} --><div>${inner}</div><!-- /wp:${name} -->`;
};
/** Jest passes a callback where an argument is missing. */
const complete = (cases: readonly [name: string, attributes?: object][]): [string, object][] =>
  cases.map(([name, attributes = {}]) => [name, attributes]);
const render = (content: string) => renderContent(content, context);

const role = (visibilityByRole: string) => ({ userRole: { visibilityByRole } });
const set = (controls: unknown, enable = true) => ({ blockVisibility: { controlSets: [{ id: 1, enable, controls }] } });

/** By the code of each plugin. */
const hidden: [name: string, attributes?: object][] = [
  ['premium-content/subscriber-view'],
  ['pmpro/membership', { levels: ['1'] }],
  ['pmpro/membership', { segment: 'all', levels: [] }],
  ['memberpress/protected-content', { rule: 3 }],
  ['woocommerce-memberships/member-content', { membershipPlans: [] }],
  ['groups/groups-member'],
  ['group', { llms_visibility: 'enrolled' }],
  ['group', { llms_visibility: 'logged_in' }],
  ['group', set(role('logged-in'))],
  ['group', set({ userRole: { visibilityByRole: 'user-role', restrictedRoles: ['administrator'] } })],
  ['group', set({ dateTime: { schedules: [{ enable: true, start: '2030-01-01' }] } })],
  ['group', { blockVisibility: { visibilityByRole: 'logged-in' } }],
  ['group', { blockVisibility: { startDateTime: '2030-01-01T00:00:00' } }],
  ['group', { blockVisibility: { hideBlock: true } }],
  ['group', { metadata: { blockVisibility: false } }],
  ['group', { metadata: { blockVisibility: { viewport: { mobile: false, tablet: false, desktop: false } } } }],
  ['group', { contentControls: { enabled: true, rules: { user: { userStatus: 'logged_in' } } } }],
  ['group', { editorskit: { loggedin: true, loggedout: false } }],
  ['group', { visibilityBlockEnabled: true, segment: 'specific', levels: ['1'] }],
  ['paragraph', { um_is_restrict: true, um_who_access: '1' }],
  ['group', { pmsContentRestriction: { display_to: '', subscription_plans: ['1'] } }],
  ['group', { wppbContentRestriction: { display_to: '', user_roles: [] } }],
  ['group', { otterConditions: [[{ type: 'loggedInUser' }]] }],
  ['group', { UAGLoggedOut: true }],
  ['group', { advgbBlockControls: [{ control: 'schedule', enabled: true, dateFrom: '2030-01-01' }] }],
  ['group', { contentVisibilityRules: { contentVisibilityRulesEnabled: true } }],
  ['group', { conditionalBlocks: { conditions: [{ type: 'user_logged_in' }] } }],
  ['group', { blockPermissionsCondition: '=', blockPermissionsType: 'role', blockPermissionsRoles: ['editor'] }],
];

/** Of plugins that nobody knows. */
const doubtful: [name: string, attributes?: object][] = [
  ['atomic-blocks/private'],
  ['rcp/restricted-content'],
  ['restrict-user-access/restrict'],
  ['ultimate-member/content'],
  ['members/restricted'],
  ['acme/paywall'],
  ['acme/hide'],
  ['members/show-hide'],
  ['acme/show-hide', { userRoles: ['editor'] }],
  ['acme/premium'],
  ['acme/subscribers-only'],
  ['acme/scheduled-content'],
  ['acme/box', { userRoles: ['editor'] }],
  ['acme/box', { settings: { memberLevels: [3] } }],
  ['acme/box', { isPremium: true }],
  ['acme/box', { restrictTo: 'staff' }],
  ['acme/box', { visibility: 'logged-in' }],
  ['acme/box', { schedule: { start: '2030-01-01' } }],
  ['group', { acmeRestriction: 'staff' }],
];

/** What readers see who are nobody, and what only sounds like the above. */
const shown: [name: string, attributes?: object][] = [
  ['premium-content/container'],
  ['acme/show-hide'],
  ['acme/toggle-hide'],
  ['premium-content/logged-out-view'],
  ['pmpro/membership', { segment: 'all', invert_restrictions: '1' }],
  ['pmpro/membership', { levels: ['0'] }],
  ['woocommerce-memberships/non-member-content'],
  ['groups/groups-non-member'],
  ['memberpress/protected-content', { rule: 3, ifallowed: 'hide' }],
  ['group', { llms_visibility: 'all' }],
  ['group', { llms_visibility: 'logged_out' }],
  ['group', set(role('logged-out'))],
  ['group', set(role('all'))],
  ['group', set(role('logged-in'), false)],
  ['group', set({ screenSize: { hideOnScreenSize: { small: true } } })],
  ['group', { blockVisibility: { hideOnScreenSize: { small: true } } }],
  ['group', { metadata: { name: 'Members', blockVisibility: { viewport: { mobile: false } } } }],
  ['group', { contentControls: { enabled: false, rules: { user: { userStatus: 'logged_in' } } } }],
  ['group', { contentControls: { enabled: true, rules: { device: { hideOn: { mobile: true } }, conditional: null } } }],
  ['group', { editorskit: { devices: false, desktop: true, loggedin: true, loggedout: true } }],
  ['group', { visibilityBlockEnabled: false, levels: [] }],
  ['paragraph', { um_is_restrict: true, um_who_access: '2', um_roles_access: ['editor'] }],
  ['group', { pmsContentRestriction: { display_to: 'all', subscription_plans: [] } }],
  ['group', { wppbContentRestriction: { display_to: 'not_logged_in' } }],
  ['group', { otterConditions: [] }],
  ['group', { otterConditions: [[{ type: 'loggedOutUser' }], [{ type: 'loggedInUser' }]] }],
  ['group', { UAGLoggedOut: false, UAGLoggedIn: true, UAGUserRole: 'editor', UAGDisplayConditions: 'userstate' }],
  ['group', { advgbBlockControls: [] }],
  [
    'group',
    {
      advgbBlockControls: [
        { control: 'device_type', enabled: true },
        { control: 'schedule', enabled: false },
      ],
    },
  ],
  ['group', { contentVisibility: 'shown', contentVisibilityRules: { contentVisibilityRulesEnabled: false } }],
  ['group', { conditionalBlocks: { conditions: [] }, conditionalBlocksAttributes: [] }],
  ['group', { blockPermissionsCondition: '=', blockPermissionsUserStatus: 'logged-out' }],
  ['premium/heading'],
  ['acme/team-member', { memberName: 'Ada', memberRole: 'Tutor' }],
  ['acme/box', { role: 'region', ariaRole: 'note', isPremium: false, userRoles: [], visibility: 'visible' }],
  ['acme/box', { mobileVisibility: 'hidden', restrictTo: 'everyone', titleVisibility: true }],
  ['jetpack/subscriptions', { showSubscribersTotal: false }],
];

test.each(complete(hidden))('is not shown to everyone: %s %j', (name, attributes) => {
  expect(withheldBlock(name, { ...attributes })).toMatch(/^(?:not shown to everyone|switched off)$/);
  expect(render(`${p('Before.')}${block(name, attributes)}${p('After.')}`).html).toBe('<p>Before.</p><p>After.</p>');
});

test.each(complete(doubtful))('may not be shown to everyone: %s %j', (name, attributes) => {
  expect(withheldBlock(name, { ...attributes })).toBe('may not be shown to everyone');
  const { html, losses } = render(`${p('Before.')}${block(name, attributes)}${p('After.')}`);
  expect(html).toBe('<p>Before.</p><p>After.</p>');
  expect(losses).toEqual([
    { kind: 'hidden', what: `block “${name}” left out (may not be shown to everyone)`, count: 1 },
  ]);
});

test.each(complete(shown))('is shown: %s %j', (name, attributes) => {
  expect(withheldBlock(name, { ...attributes })).toBeUndefined();
  expect(render(block(name, attributes)).html).toContain('Secret.');
});

describe('parts of a text', () => {
  test('what is for subscribers goes, and what is for all others stays', () => {
    const content = block(
      'premium-content/container',
      { selectedPlanIds: [1] },
      `${block('premium-content/subscriber-view', undefined)}${block('premium-content/logged-out-view', undefined, p('Subscribe!'))}`,
    );
    const { html, losses } = render(content);
    expect([html.includes('Secret.'), html.includes('Subscribe!')]).toEqual([false, true]);
    expect(losses.map(({ what }) => what)).toEqual([
      'block “premium-content/subscriber-view” left out (not shown to everyone)',
    ]);
  });

  test.each([
    ['jetpack/paywall', '<!-- wp:jetpack/paywall /-->'],
    ['jetpack/paywall', block('jetpack/paywall', {}, '')],
    ['acme/paywall', '<!-- wp:acme/paywall {"plan":3} /-->'],
    ['acme/members-start', '<!-- wp:acme/members-start /-->'],
  ])('everything below %s goes: %s', (name, wall) => {
    const { html, losses } = render(`${p('Before.')}${wall}${p('Secret.')}Secret, too.`);
    expect(html).toBe('<p>Before.</p>');
    const what = `text below the block “${name}” left out (not shown to everyone)`;
    expect(losses).toEqual([{ kind: 'hidden', what, count: 1 }]);
  });

  test('and below one in a reusable block', () => {
    const blocks = new Map([[7, `${p('Teaser.')}<!-- wp:jetpack/paywall /-->${p('Secret.')}`]]);
    const content = `${p('Before.')}<!-- wp:block {"ref":7} /-->${p('Secret.')}`;
    const { html } = renderContent(content, { ...context, index: exportIndex({ blocks }) });
    expect(html).toBe('<p>Before.</p><p>Teaser.</p>');
  });

  test('what stands between two blocks of a plugin is left to the shortcodes in them', () => {
    const content = [
      '<!-- wp:pms/content-restriction-start {"pmsContentRestriction":{"display_to":""}} -->[pms-restrict]<!-- /wp:pms/content-restriction-start -->',
      p('Secret.'),
      '<!-- wp:pms/content-restriction-end -->[/pms-restrict]<!-- /wp:pms/content-restriction-end -->',
      p('After.'),
    ].join('');
    expect(render(content).html).not.toContain('Secret.');
    expect(render(content).html).toContain('After.');
  });

  test('a footnote that only such a part mentions goes with it', () => {
    const mark = (id: string): string => `<sup data-fn="${id}" class="fn"><a href="#${id}" id="${id}-link">1</a></sup>`;
    const footnotes = JSON.stringify([
      { id: 'a', content: 'Public note.' },
      { id: 'b', content: 'Secret note.' },
    ]);
    const content = `${p(`Before.${mark('a')}`)}${block('acme/paywall', undefined, p(mark('b')))}<!-- wp:footnotes /-->`;
    const { html } = renderContent(content, { ...context, footnotes });
    expect([html.includes('Public note.'), html.includes('Secret note.')]).toEqual([true, false]);
  });
});
