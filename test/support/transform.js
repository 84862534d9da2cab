/** How jest reads TypeScript: the types are taken out by rolldown, as in the build, fifty times as fast as by Babel. */
import { transformSync } from 'rolldown/utils';

export default {
  process(source, file) {
    const { code, map, errors } = transformSync(file, source, { sourcemap: true });
    if (errors.length > 0) throw errors[0];
    return { code, map };
  },
};
