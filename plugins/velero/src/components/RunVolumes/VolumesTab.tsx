import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { formatBytes, VolumesResponse } from 'backstage-plugin-velero-common';
import { useFileQuery } from '../../hooks/useFileQuery';
import { useRunFiles } from '../../hooks/useRunFiles';
import { veleroTranslationRef } from '../../translation';
import { FileAnswer } from '../RunPage/FileAnswer';
import { FileGate } from '../RunPage/FileGate';
import { RunReference } from '../RunPage/RunReference';
import { SharedNotice } from '../RunPage/SharedNotice';
import { Section } from '../ui/Section';
import { SimpleTable } from '../ui/SimpleTable';
import { useVolumeColumns } from './useVolumeColumns';

/** What became of the volumes: snapshots, copies of files, and what data movers did. */
export function VolumesTab(props: { run: RunReference }) {
  const { run } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <Section title={t('page.tab.volumes')} level={3}>
      <SharedNotice run={run} />
      <FileGate run={run} what={t('page.volumes.noun')}>
        <Volumes run={run} />
      </FileGate>
    </Section>
  );
}

function Volumes(props: { run: RunReference }) {
  const { run } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const files = useRunFiles(run);
  const query = useFileQuery({
    key: JSON.stringify([run.type, run.key]),
    load: signal => files.volumes({ signal }),
  });
  return (
    <FileAnswer query={query} what={t('page.volumes.noun')}>
      {answer => <VolumeRows answer={answer} run={run} />}
    </FileAnswer>
  );
}

function VolumeRows(props: { answer: VolumesResponse; run: RunReference }) {
  const { items, totalItems, truncated } = props.answer;
  const { t } = useTranslationRef(veleroTranslationRef);
  const columns = useVolumeColumns();
  if (items.length === 0) {
    return <Typography>{t(`page.volumes.empty.${props.run.type}`)}</Typography>;
  }
  const bytes = items.reduce((sum, volume) => sum + (volume.bytes ?? 0), 0);
  return (
    <>
      <SimpleTable
        label={t('page.volumes.caption')}
        columns={columns}
        rows={items}
        // No field of a volume is there for each of them.
        rowKey={volume => String(items.indexOf(volume))}
      />
      <Typography variant="body2">
        {t('page.volumes.total', {
          count: totalItems,
          size: formatBytes(bytes),
        })}
      </Typography>
      {truncated && (
        <Typography variant="body2">
          {t('states.shown', {
            shown: String(items.length),
            total: String(totalItems),
          })}
        </Typography>
      )}
    </>
  );
}
