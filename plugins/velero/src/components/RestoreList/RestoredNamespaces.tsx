import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RestoreSummary } from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';

/** From which namespace to which; the side that is somebody else's has no name. */
export function RestoredNamespaces(props: { restore: RestoreSummary }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const other = t('restores.somebodyElses');
  return (
    <>
      {props.restore.namespaces.map(({ source = other, target = other }) => (
        <div key={`${source}/${target}`}>
          {source === target
            ? source
            : t('restores.mapped', { source, target })}
        </div>
      ))}
    </>
  );
}
