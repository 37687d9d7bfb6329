import { z } from 'zod';
import { text } from '../../../domain/model/text';
import { Channels } from './channels';
import { ConditionBody } from './condition';

/** What is to be counted, and how to be told. */
export const NewSubscription = z
  .strictObject({
    name: text(100).describe('Goes out with what is told: nothing of a person'),
    condition: ConditionBody,
    deliver: Channels,
  })
  .meta({ id: 'NewSubscription' });

export const NEW_SUBSCRIPTION_EXAMPLE = {
  identity: 'manager',
  body: {
    name: 'Personnummer i Eskilstuna',
    condition: { kind: 'waiting', moreThan: 20, kommun: '0484', step: 'personnummer', longerThanDays: 30 },
    deliver: [{ kind: 'inbox' }],
  },
};
