import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  hasEnded,
  RestoreRequestDetails,
} from 'backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../../translation';
import { YamlText } from '../../RunYaml/YamlText';
import { FactList } from '../../ui/FactList';
import { Section } from '../../ui/Section';
import { DrillResult } from '../drill/DrillResult';
import { ApprovalList } from '../ApprovalList';
import { ClusterAway } from './ClusterAway';
import { DecisionPanel } from './DecisionPanel';
import { LeftToDo } from './LeftToDo';
import { RequestChecks } from './RequestChecks';
import { RequestResult } from './RequestResult';
import { Timeline } from './Timeline';
import { useRequestFacts } from './useRequestFacts';

const useStyles = makeStyles(
  theme => ({
    columns: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(30rem, 100%), 1fr))',
      gap: theme.spacing(2),
      alignItems: 'start',
    },
    column: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
  }),
  { name: 'VeleroRestoreRequestView' },
);

/** All of a request: what is left to do first, then what it is, and what happened to it. */
export function RestoreRequestView(props: {
  request: RestoreRequestDetails;
  /** Called when the reader has changed something. */
  onChange(): void;
}) {
  const { request, onChange } = props;
  const { state, approvals, spec, mayCheck } = request;
  const classes = useStyles();
  const { t } = useTranslationRef(veleroTranslationRef);
  const facts = useRequestFacts(request);
  return (
    <>
      <LeftToDo request={request} />
      <ClusterAway cluster={request.cluster} />
      <div className={classes.columns}>
        <div className={classes.column}>
          <Section title={t('restoreRequest.page.facts')} level={3}>
            <FactList facts={facts} />
          </Section>
          <Section title={t('restoreRequest.approvals.title')} level={3}>
            <ApprovalList approvals={approvals} />
          </Section>
          {mayCheck && <RequestChecks request={request} />}
        </div>
        <div className={classes.column}>
          <Timeline request={request} />
          <DecisionPanel request={request} onChange={onChange} />
        </div>
      </div>
      {request.drill && <DrillResult request={request} drill={request.drill} />}
      {(state === 'running' || (hasEnded(state) && request.restore)) && (
        <RequestResult request={request} />
      )}
      <Section title={t('restoreRequest.page.spec')} level={3}>
        <YamlText
          label={t('restoreWizard.review.specLabel')}
          hint={t('restoreWizard.review.specHint')}
          value={spec}
        />
      </Section>
    </>
  );
}
