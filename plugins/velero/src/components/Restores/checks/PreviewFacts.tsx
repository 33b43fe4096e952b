import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Link from '@material-ui/core/Link';
import { RestoreFact } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../../translation';
import { FactList } from '../../ui/FactList';

/** How old the data is, how much of it comes back, how long that takes and what it costs. */
export function PreviewFacts(props: { facts?: RestoreFact[] }) {
  const { facts = [] } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  return facts.length > 0 ? (
    <FactList
      facts={facts.map(fact => ({
        name: t(`restoreRequest.checks.fact.${fact.id}`),
        value: <FactWords fact={fact} />,
      }))}
    />
  ) : null;
}

function FactWords(props: { fact: RestoreFact }) {
  const { words, source } = props.fact;
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <>
      {words}{' '}
      {source && (
        <Link
          href={source}
          target="_blank"
          rel="noopener noreferrer"
          // In a text a colour alone does not tell it apart.
          underline="always"
        >
          {t('restoreRequest.checks.priceList')}
        </Link>
      )}
    </>
  );
}
