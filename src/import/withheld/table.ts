/**
 * How WordPress and its plugins mark what they show to some readers only, or for a time only: blocks, attributes of any block,
 * post meta and shortcodes. What is not listed here is judged by its words (words.ts).
 */
import { isInUse } from './words.ts';

/** The attributes of a block. */
export type Attributes = Readonly<Record<string, unknown>>;

type BlockRule = (attributes: Attributes) => boolean;

const never = (): boolean => false;
const always = (): boolean => true;

/** Blocks by name: whether the attributes leave them to some readers. */
export const blockRules: ReadonlyMap<string, BlockRule> = new Map<string, BlockRule>([
  // Jetpack, whose “jetpack/paywall” is read in blocks.ts.
  ['premium-content/subscriber-view', always],
  ...['container', 'logged-out-view', 'buttons', 'login-button'].map(
    (name) => [`premium-content/${name}`, never] as const,
  ),
  // Paid Memberships Pro: level 0 has who is no member.
  [
    'pmpro/membership',
    ({ invert_restrictions, levels }) =>
      String(invert_restrictions) !== '1' &&
      !(Array.isArray(levels) && levels.length > 0 && levels.every((level) => String(level) === '0')),
  ],
  ['memberpress/protected-content', ({ ifallowed }) => ifallowed !== 'hide'],
  ['woocommerce-memberships/member-content', always],
  ['woocommerce-memberships/non-member-content', never],
  ['groups/groups-member', always],
  ['groups/groups-non-member', never],
]);

/** Blocks that begin or end a part by a shortcode within them, which hides it. */
export const withShortcodes = /^(?:pms|wppb)\/content-restriction-(?:start|end)$/;

type Rule = (value: unknown, attributes: Attributes) => boolean | 'switched off';

const property = (mapping: unknown, key: string): unknown =>
  typeof mapping === 'object' && mapping !== null ? Reflect.get(mapping, key) : undefined;
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Attributes of blocks by name: whether a value leaves the block to some readers. */
export const attributeRules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  // WordPress 6.9, and by the size of the screen 7.0.
  [
    'metadata',
    (value) => {
      const visibility = property(value, 'blockVisibility');
      const viewports = Object.values(Object(property(visibility, 'viewport')));
      return visibility === false || (viewports.length > 2 && viewports.every((one) => one === false))
        ? 'switched off'
        : false;
    },
  ],
  ['blockVisibility', blockVisibility],
  // LifterLMS.
  ['llms_visibility', (value) => isInUse(value) && value !== 'not_enrolled'],
  // Content Control.
  ['contentControls', contentControls],
  // EditorsKit: for whom is logged out, too, unless it says otherwise.
  ['editorskit', (value) => property(value, 'loggedout') === false || isInUse(property(value, 'acf_visibility'))],
  // Paid Memberships Pro.
  ['visibilityBlockEnabled', (value, { invert_restrictions }) => value === true && String(invert_restrictions) !== '1'],
  // Ultimate Member: 1 for who is logged in, 2 for who is not.
  [
    'um_is_restrict',
    (value, { um_who_access }) => value === true && !['0', '2'].includes(String(um_who_access ?? '0')),
  ],
  ['um_roles_access', never],
  // Paid Member Subscriptions and Profile Builder, whose blocks that begin and end a part have shortcodes.
  ['pmsContentRestriction', (value) => !/^(?:all|not_)/.test(String(property(value, 'display_to') ?? ''))],
  ['wppbContentRestriction', (value) => !/^(?:all|not_)/.test(String(property(value, 'display_to') ?? ''))],
  // Otter: one of the groups of conditions is enough.
  [
    'otterConditions',
    (value) => {
      const groups = listOf(value).filter((group) => listOf(group).length > 0);
      const isForAll = (one: unknown): boolean => /^(?:loggedOutUser|screenSize)$/.test(String(property(one, 'type')));
      return groups.length > 0 && !groups.some((group) => listOf(group).every(isForAll));
    },
  ],
  // Spectra hides a block from whom these name.
  ['UAGLoggedOut', (value) => value === true],
  ['UAGUserRole', never],
  // PublishPress Blocks.
  [
    'advgbBlockControls',
    (value) =>
      listOf(value).some(
        (one) =>
          property(one, 'enabled') === true &&
          !/^(?:browser_device|operating_system|device_type|device_width|user_agent|archive|page)$/.test(
            String(property(one, 'control')),
          ) &&
          !/^(?:public|logout)$/.test(String(property(one, 'user_approach') ?? property(one, 'approach'))),
      ),
  ],
  // Content Visibility.
  ['contentVisibility', never],
  ['contentVisibilityRules', (value) => isInUse(property(value, 'contentVisibilityRulesEnabled'))],
  ['blockVisibilityRules', (value) => isInUse(property(value, 'blockVisibilityRulesEnabled'))],
  // Conditional Blocks.
  ['conditionalBlocks', (value) => listOf(property(value, 'conditions')).length > 0],
  ['conditionalBlocksAttributes', isInUse],
  // Members: shown to, or hidden from.
  [
    'blockPermissionsCondition',
    (value, { blockPermissionsUserStatus: status }) =>
      value === '!=' ? status === 'logged-out' : value === '=' && status !== 'logged-out',
  ],
  ...['Type', 'UserStatus', 'Roles', 'Capability', 'Message'].map((name): [string, Rule] => [
    `blockPermissions${name}`,
    never,
  ]),
]);

/** The plugin Block Visibility: one of its sets of controls is enough; earlier versions had the controls themselves. */
function blockVisibility(value: unknown): boolean | 'switched off' {
  if (typeof value !== 'object' || value === null) return isInUse(value);
  if ([property(value, 'hideBlock'), property(value, 'hidden')].includes(true)) return 'switched off';
  const sets = listOf(property(value, 'controlSets')).filter((set) => property(set, 'enable') !== false);
  const isPublic = (controls: unknown): boolean =>
    Object.entries(Object(controls)).every(([key, control]) => {
      if (/^(?:screenSize|browserDevice|hideOnScreenSize|hideBlock|controlSets|layout)$/.test(key)) return true;
      const who = key === 'userRole' ? property(control, 'visibilityByRole') : control;
      return !isInUse(who);
    });
  return !isPublic(value) || (sets.length > 0 && !sets.some((set) => isPublic(property(set, 'controls'))));
}

function contentControls(value: unknown): boolean {
  if (!isInUse(property(value, 'enabled'))) return false;
  return Object.entries(Object(property(value, 'rules'))).some(([name, rule]) => {
    const who = name === 'user' ? (property(rule, 'userStatus') ?? rule) : rule;
    return name !== 'device' && isInUse(who);
  });
}

/** Post meta by key: the values that leave the whole post to some readers. */
export const metaRules: ReadonlyMap<string, RegExp> = new Map([
  // Jetpack, which also notes that a post has parts for subscribers: those are left out for themselves.
  ['_jetpack_newsletter_access', /^(?!\s*(?:everybody)?\s*$)/],
  ['_jetpack_memberships_contains_paywalled_content', /(?!)/],
  // Members, Groups, WP-Members, WP Access Areas.
  ['_members_access_role', /\S/],
  ['groups-read', /\S/],
  ['groups-groups_read_post', /\S/],
  ['_wpmem_block', /^[12]$/],
  ['_wpac_is_members_only', /^true$/],
  // Paid Member Subscriptions, Profile Builder.
  ['pms-content-restrict-user-status', /^loggedin$/],
  ['pms-content-restrict-subscription-plan', /\S/],
  ['pms-content-restrict-all-subscription-plans', /\S/],
  ['wppb-content-restrict-user-status', /^loggedin$/],
  ['wppb-content-restrict-user-role', /\S/],
  // Ultimate Member.
  ['um_content_restriction', /"_um_accessible";(?:s:1:"2"|i:2;)/],
  // Restrict Content, its earlier key, and Restrict Content Pro.
  ['rcUserLevel', /^(?!\s*(?:none|all)?\s*$)/i],
  ['rcp_user_level', /^(?!\s*(?:none|all|a:0:\{\}|a:1:\{i:0;s:\d:"(?:all|none)?";\})?\s*$)/i],
  ['rcp_access_level', /^(?!\s*(?:none|0)?\s*$)/i],
  ['rcp_subscription_level', /^(?!\s*(?:a:0:\{\})?\s*$)/],
  ['_is_paid', /^(?:1|true|yes|on)$/i],
  // LifterLMS, ARMember, Indeed Ultimate Membership Pro, s2Member, Memberful, Patreon, Leaky Paywall.
  ['_llms_is_restricted', /^(?:1|true|yes|on)$/i],
  ['arm_access_plan', /\S/],
  ['ihc_mb_who', /^(?!\s*(?:-1|unreg)?\s*$)/],
  ['s2member_ccaps_req', /s:[1-9]/],
  ['memberful_acl', /[1-9]/],
  ['patreon-level', /[1-9]/],
  ['_issuem_leaky_paywall_visibility', /"visibility_type";s:\d+:"only/],
  // WP Private Content Plus, Passster.
  ['_wppcp_post_page_visibility', /^(?:member|role|users?)$/],
  ['passster_activate_protection', /^(?:1|true)$/],
]);

/** Shortcodes that show what is in them to some readers only; unknown ones are judged by their names. */
export const withheldShortcodes = `su_members su_private su_user_logged_in um_loggedin um_show_content rcp_restrict mepr-active
  mepr-show wlm_private members_access members_logged_in groups_member is_user_logged_in user_logged_in memberful passster
  content_protector ppw ppwp wcm_restrict pmpro_member is_paid sociallocker signinlocker emaillocker wpmem`;

/** Those that are words which people write in brackets. */
export const looseShortcodes = `private member members members_only restrict restricted protected hidden access membership
  logged_in loggedin lock locker paid registered vip visibility capability internal staff student students`;
