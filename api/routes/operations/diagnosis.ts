import { RULES_VERSION } from '../../../domain/process/steps/catalogue';
import {
  diagnoseRegister,
  type RulesInUse,
  rulesInUse,
  unconfirmedMessages,
} from '../../../register/health/diagnosis';
import { DiagnosisAnswer } from '../../answers/diagnosis';
import { defineEndpoint } from '../../endpoint';
import { lookAtAgencies } from '../../health/agencies';
import { diagnoseEngine } from '../../health/engine';
import { look } from '../../health/parts';

/** GET /diagnosis: everything that an operator asks first. */
export const diagnosisEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/diagnosis',
  tag: 'Operations',
  summary: 'Engine, register, workers, task queues, agencies, search attributes, schema, clock and rules',
  access: { roles: ['operator'] },
  auditEvent: 'none',
  status: 200,
  result: DiagnosisAnswer,
  example: { identity: 'operator' },
  async handle(_request, { register, engine, config, planner }) {
    const [registerLook, rules, messages, engineLook, agencies] = await Promise.all([
      look(() => diagnoseRegister(register)),
      look(() => rulesInUse(register)),
      look(() => unconfirmedMessages(register)),
      look(async () => diagnoseEngine(await engine())),
      lookAtAgencies(config.agencies.urls),
    ]);
    return {
      body: {
        checkedAt: new Date().toISOString(),
        register: { status: registerLook.status, ...found(registerLook) },
        engine: { status: engineLook.status, ...found(engineLook) },
        agencies,
        rules: rulesAnswer(planner.version ?? RULES_VERSION, rules.status === 'up' ? rules.found : []),
        messages:
          messages.status === 'up'
            ? { unconfirmed: messages.found.count, oldest: messages.found.oldest?.toISOString() ?? null }
            : null,
      },
    };
  },
});

function rulesAnswer(present: string, inUse: RulesInUse[]) {
  const others = inUse.filter(({ rulesVersion }) => rulesVersion !== present);
  return { present, inUse, remaining: others.reduce((sum, { openCases }) => sum + openCases, 0) };
}

function found<T>(
  seen: { readonly status: 'up'; readonly found: T } | { readonly status: 'away' },
): Partial<T> {
  return seen.status === 'up' ? seen.found : {};
}
