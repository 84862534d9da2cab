/** Puts all damage into a source at once, each behind a number: the mutant whose number is chosen at run time is the one that happens. */
import { parseSync, traverse } from '@babel/core';

export const kinds = ['return', 'result', 'negate', 'call', 'throw', 'spread', 'option', 'string'];

/** What describes a command to commander: left out one at a time. */
const describing = new Set(['option', 'addOption', 'argument', 'choices', 'default', 'addHelpText', 'usage', 'alias']);

const syntax = { filename: 'a.ts', configFile: false, parserOpts: { plugins: ['typescript'] } };

/** What a function of this type returns at once: an empty value where the type has one. */
function emptyValues(annotation) {
  const type = annotation?.typeAnnotation ?? annotation;
  switch (type?.type) {
    case 'TSStringKeyword':
      return ["''"];
    case 'TSNumberKeyword':
      return ['0'];
    case 'TSBooleanKeyword':
    case 'TSTypePredicate':
      return ['true', 'false'];
    case 'TSArrayType':
      return ['[]'];
    case 'TSTypeOperator':
      return emptyValues(type.typeAnnotation);
    case 'TSTypeReference':
      return type.typeName.name === 'Promise' ? emptyValues(type.typeParameters.params[0]) : ['undefined'];
    default:
      return ['undefined'];
  }
}

function nameOf(path) {
  const named = path.findParent(({ node }) => node.id?.name ?? (node.type === 'ObjectMethod' && node.key.name));
  return path.node.id?.name ?? named?.node.id?.name ?? named?.node.key?.name ?? '';
}

function isCall(node) {
  return node.type === 'CallExpression' || (node.type === 'AwaitExpression' && isCall(node.argument));
}

function isProse(node) {
  const text = node.type === 'StringLiteral' ? node.value : node.quasis.map(({ value }) => value.raw).join('0');
  return /\p{L}[,:]? \p{L}/u.test(text);
}

/** The source with damage of `wanted` kinds, and what each is: `{ id, file, line, name, kind }`. Numbers begin at `first`. */
export function damage(source, file, runtime, first, wanted = kinds) {
  const mutants = [];
  const openers = [];
  const closers = [];
  /** Text before and behind a node: what encloses it comes further outside. */
  const wrap = (start, end, before, after, until = end) => {
    openers.push({ at: start, other: end, text: before, seq: openers.length });
    closers.push({ at: until, other: start, text: after, seq: openers.length });
  };
  const add = (kind, path, what = '') => {
    if (!wanted.includes(kind)) return undefined;
    const id = first + mutants.length;
    const { line } = path.node.loc.start;
    mutants.push({ id, file, line, name: nameOf(path), kind: what === '' ? kind : `${kind} ${what}` });
    return id;
  };
  const instead = (kind, path, node, value) => {
    const id = add(kind, path);
    if (id) wrap(node.start, node.end, `(isMutant(${id}) ? ${value} : (`, '))');
  };
  const negate = (path) => {
    const id = add('negate', path);
    if (id) wrap(path.node.test.start, path.node.test.end, `(isMutant(${id}) !== !!(`, '))');
  };
  const inFunction = (path) => path.getFunctionParent() !== null;
  const text = (path) => {
    const { parentPath } = path;
    const isText = inFunction(path) && isProse(path.node) && path.key !== 'key' && !parentPath.isTSLiteralType();
    if (isText && !parentPath.isTaggedTemplateExpression()) instead('string', path, path.node, "''");
  };
  traverse(parseSync(source, syntax), {
    Function(path) {
      const { body, returnType, kind } = path.node;
      if (!body || kind === 'constructor' || (body.type === 'BlockStatement' && body.body.length === 0)) return;
      for (const value of emptyValues(returnType)) {
        const id = add('return', path, value);
        if (!id) return;
        if (body.type === 'BlockStatement')
          wrap(body.start + 1, body.start + 1, `if (isMutant(${id})) return ${value};`, '');
        else wrap(body.start, body.end, `isMutant(${id}) ? ${value} : (`, ')');
      }
    },
    ReturnStatement(path) {
      const { argument } = path.node;
      const only = path.getFunctionParent()?.node.body.body[0] === path.node;
      // The status 0 is what nothing means, too.
      const isDone = argument && source.slice(argument.start, argument.end) === 'exit.done';
      if (argument && !only && argument.name !== 'undefined' && !isDone) instead('result', path, argument, 'undefined');
    },
    IfStatement: negate,
    ConditionalExpression: negate,
    ExpressionStatement(path) {
      const { expression } = path.node;
      if (!inFunction(path) || !(isCall(expression) || expression.type === 'AssignmentExpression')) return;
      const id = add('call', path);
      if (id) wrap(expression.start, expression.end, `isMutant(${id}) || (`, ')');
    },
    ThrowStatement(path) {
      const id = add('throw', path);
      if (id) wrap(path.node.start, path.node.end, `if (!isMutant(${id})) {`, '}');
    },
    SpreadElement(path) {
      if (path.parentPath.isObjectExpression()) instead('spread', path, path.node.argument, 'undefined');
    },
    CallExpression(path) {
      const { callee, start, end } = path.node;
      const word = callee.property?.name;
      if (!inFunction(path) || callee.type !== 'MemberExpression' || !describing.has(word)) return;
      const id = add(
        'option',
        path,
        `.${word}(${source.slice(path.node.arguments[0]?.start, path.node.arguments[0]?.end)})`,
      );
      if (!id) return;
      wrap(start, end, `leaveOut(${id}, `, ', (it) => it', callee.object.end);
      wrap(start, end, '', ')');
      // The line of the last call, not of the chain's first.
      mutants.at(-1).line = callee.property.loc.start.line;
    },
    StringLiteral: text,
    TemplateLiteral: text,
  });
  const sorted = [
    ...closers
      .map((one) => ({ ...one, closes: true }))
      .sort((a, b) => a.at - b.at || b.other - a.other || b.seq - a.seq),
    ...openers.sort((a, b) => a.at - b.at || b.other - a.other || a.seq - b.seq),
  ].sort((a, b) => a.at - b.at);
  let out = `import { isMutant, leaveOut } from '${runtime}';`;
  let last = 0;
  for (const { at, text } of sorted) {
    out += source.slice(last, at) + text;
    last = at;
  }
  return { text: out + source.slice(last), mutants };
}
