import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RunSpec, Tally } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { Fact } from '../ui/FactList';

/** Which commands run in pods meanwhile, and what became of them. Their text is never shown, as it may hold secrets. */
export function useHookFacts(
  spec: RunSpec,
  run: { hooks?: Tally; shared: boolean },
): Fact[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  const result: Fact = {
    name: t('page.fact.hooksRun'),
    value: run.hooks
      ? t('page.hooks.tally', {
          attempted: String(run.hooks.attempted),
          failed: String(run.hooks.failed ?? 0),
        })
      : t('page.none'),
  };
  if (run.shared) {
    return [result];
  }
  const asked = spec.hooks.map(
    ({ name, before, after, selector, ...hook }) => ({
      name: t('page.hooks.named', { name }),
      value: [
        t('page.hooks.counts', {
          before: String(before),
          after: String(after),
        }),
        hook.namespaces.length > 0 &&
          t('page.hooks.in', { namespaces: hook.namespaces.join(', ') }),
        selector && t('page.hooks.of', { selector }),
      ]
        .filter(Boolean)
        .join(' '),
    }),
  );
  return [...asked, result];
}
