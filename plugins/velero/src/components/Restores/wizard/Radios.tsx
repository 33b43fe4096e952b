import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import { ReactNode } from 'react';
import { Choice } from '../../ui/Choice';
import { ChoiceGroup } from '../../ui/ChoiceGroup';

/** One of a few ways, each with what it means. */
export function Radios<T extends string>(props: {
  name: string;
  title: string;
  value: T;
  choices: Array<[value: T, label: string, hint?: ReactNode]>;
  onChoose(value: T): void;
}) {
  const { name, title, value, choices, onChoose } = props;
  return (
    <ChoiceGroup title={title}>
      <RadioGroup aria-label={title}>
        {choices.map(([choice, label, hint]) => (
          <Choice
            key={choice}
            id={`velero-restore-${name}-${choice}`}
            control={Radio}
            label={label}
            value={choice}
            checked={choice === value}
            hint={hint}
            onChoose={() => onChoose(choice)}
          />
        ))}
      </RadioGroup>
    </ChoiceGroup>
  );
}
