/** A bug as somebody might write it: `from` stands exactly once in `file`, and `near` is the suite that looks at it most closely. */
export type Mutant = { name: string; file: string; from: string; to: string; near: string };

const settleTest = 'tests/store/settle.test.ts';
const sessionTest = 'tests/store/session.test.ts';
const recordTest = 'tests/store/record-help.test.ts';
const changeTest = 'tests/store/change-entry.test.ts';
const pushTest = 'tests/sync/push.test.ts';
const pullTest = 'tests/sync/pull.test.ts';
const ledgerTest = 'tests/server/ledger.test.ts';
const recordsTest = 'tests/server/records.test.ts';
const amendmentTest = 'tests/sync/amendment.test.ts';
const reportTest = 'tests/server/report.test.ts';

export const mutants: Mutant[] = [
  {
    name: 'the province acknowledges before it commits',
    file: 'src/server/storage/ledger.ts',
    from: `  return province.db.transaction().execute(async (tx) => {
    const highest = await hearDevice(tx, push, Math.floor(now / 1000));
    return settleBatch(tx, sender, push, { highest, now, recordTypes: province.recordTypes });
  });`,
    to: `  return new Promise((answer, refuse) => {
    province.db.transaction().execute(async (tx) => {
      const highest = await hearDevice(tx, push, Math.floor(now / 1000));
      answer(await settleBatch(tx, sender, push, { highest, now, recordTypes: province.recordTypes }));
    }).catch(refuse);
  });`,
    near: ledgerTest,
  },
  {
    name: 'the cursor is one too far',
    file: 'src/server/storage/pull.ts',
    from: '(page[page.length - 1]?.number ?? from) : head, more',
    to: '(page[page.length - 1]?.number ?? from) : head + 1, more',
    near: pullTest,
  },
  {
    name: 'what was sent counts as received, before any answer',
    file: 'src/sync/push.ts',
    from: '    const outcome = await province.push({ device, waiting, operations });',
    to: `    await memory.settle({
      device, at: 0, through: oldest.seq, accepted: [[oldest.seq, oldest.seq, operations.length]], refused: [],
      holding: { highestSeq: 0, totals: {} },
    });
    const outcome = await province.push({ device, waiting, operations });`,
    near: pushTest,
  },
  {
    name: 'the phone deletes what was acknowledged',
    file: 'src/store/settle.ts',
    from: '    await db.ownOperations.bulkPut(changed);',
    to: '    await db.ownOperations.bulkDelete(changed.map(({ device, seq }) => [device, seq]));',
    near: settleTest,
  },
  {
    name: 'the province no longer knows a name it has met',
    file: 'src/server/storage/ledger.ts',
    from: 'return { settled, fresh: operations.slice(settled.length) };',
    to: 'return { settled: [], fresh: operations };',
    near: ledgerTest,
  },
  {
    name: 'another body under a known name is taken for the first',
    file: 'src/server/storage/ledger.ts',
    from: 'return row && saysTheSame(row, operation) ? row :',
    to: 'return row ? row :',
    near: ledgerTest,
  },
  {
    name: 'a full phone says saved',
    file: 'src/store/not-stored.ts',
    from: "    return { kind: 'not-stored', why };",
    to: "    return { kind: 'saved', entry: '1-1', seq: 1 } as never;",
    near: recordTest,
  },
  {
    name: 'the storage need not wait for the disk',
    file: 'src/store/database.ts',
    from: "chromeTransactionDurability: 'strict'",
    to: "chromeTransactionDurability: 'relaxed'",
    near: recordTest,
  },
  {
    name: 'a second tab talks to the province too',
    file: 'src/sync/engine.ts',
    from: 'running = lock.whileHeld(() => run(signal), signal);',
    to: 'running = run(signal);',
    near: pushTest,
  },
  {
    name: 'numbers come from one counter, without the lock of the commune',
    file: 'src/server/storage/commune-head.ts',
    from: 'heads.set(commune, await lockCommune(tx, commune));',
    to: `{
    const counted = tx.selectFrom('operation').select(({ fn }) => fn.max('number').as('last'));
    heads.set(commune, Number((await counted.executeTakeFirstOrThrow()).last ?? 0));
  }`,
    near: ledgerTest,
  },
  {
    name: 'the sums are kept some time after the transaction',
    file: 'src/server/storage/entry-book.ts',
    from: '        await keepSums(tx, commune, sums);',
    to: '        setImmediate(() => void keepSums(tx, commune, sums).catch(() => {}));',
    near: ledgerTest,
  },
  {
    name: 'a correction counts on top of what it corrects',
    file: 'src/server/storage/sums.ts',
    from: '  if (before) count(sums, before, -1, commune, kind, receivedAt);\n',
    to: '',
    near: ledgerTest,
  },
  {
    name: 'a batch that is too large is sent again as it is',
    file: 'src/sync/push.ts',
    from: 'if (tooMuch) size.most = Math.max(1, Math.floor(operations.length / 2));',
    to: 'if (tooMuch) size.most = operations.length;',
    near: pushTest,
  },
  {
    name: 'the waits between tries grow without bound',
    file: 'src/sync/backoff.ts',
    from: 'Math.min(longest, first * 2 ** Math.min(attempt - 1, 20))',
    to: 'first * 2 ** Math.min(attempt - 1, 20)',
    near: pushTest,
  },
  {
    name: 'after a failure nobody tries again',
    file: 'src/sync/engine.ts',
    from: '      await memory.note({ kind: trouble.kind, at, nextTryAt: at + wait });\n      return wait;',
    to: '      await memory.note({ kind: trouble.kind, at, nextTryAt: at + wait });\n      return null;',
    near: pushTest,
  },
  {
    name: 'a refused operation blocks those behind it',
    file: 'src/sync/push.ts',
    from: `operation.seq < seq + count) ||
  receipt.refused.some(({ seq }) => seq === operation.seq);`,
    to: 'operation.seq < seq + count);',
    near: pushTest,
  },
  {
    name: 'a row that is pulled replaces one with an unsent change',
    file: 'src/store/keep-page.ts',
    from: 'const isNew = (id: RecordId, i: number) => !rows[i] && !id.startsWith(`${device}-`);',
    to: 'const isNew = (id: RecordId, _i: number) => !id.startsWith(`${device}-`);',
    near: settleTest,
  },
  {
    name: 'what only a newer app understands is thrown away',
    file: 'src/store/keep-page.ts',
    from: 'await db.acceptedOperations.bulkPut(others);',
    to: 'await db.acceptedOperations.bulkPut(others.filter(isKnown));',
    near: settleTest,
  },
  {
    name: 'after recovery a seq is given anew',
    file: 'src/store/keep-sign-in.ts',
    from: 'nextSeq: Math.max(expected, highestSeq + 1),',
    to: 'nextSeq: expected,',
    near: sessionTest,
  },
  {
    name: 'a receipt for another device is believed',
    file: 'src/store/settle.ts',
    from: 'if (!me || !known || me.device !== receipt.device) return;',
    to: 'if (!me || !known) return;',
    near: settleTest,
  },
  {
    name: 'the clock decides which revision is the newest',
    file: 'src/store/entry-fold.ts',
    from: '    ? a.number - b.number',
    to: '    ? a.operation.at - b.operation.at',
    near: changeTest,
  },
  {
    name: 'the draft is gone although the save was refused',
    file: 'src/store/write-change.ts',
    from: "      if (written.kind === 'saved' && draft !== undefined) await db.drafts.delete(draft);",
    to: '      if (draft !== undefined) await db.drafts.delete(draft);',
    near: recordTest,
  },
  {
    name: 'a closed period is not looked at',
    file: 'src/server/storage/rules-of-the-day.ts',
    from: 'closedPeriods: closed.map(({ period }) => period),',
    to: 'closedPeriods: closed.slice(closed.length).map(({ period }) => period),',
    near: ledgerTest,
  },
  {
    name: "a phone is given other villages' operations",
    file: 'src/server/storage/pull.ts',
    from: ": all.where('unit_id', '=', of)",
    to: ': all',
    near: pullTest,
  },
  {
    name: 'officers are given entries with the records of their commune',
    file: 'src/server/storage/pull.ts',
    from: "all.where('kind', '=', sql.lit('record.write'))",
    to: 'all',
    near: recordsTest,
  },
  {
    name: 'an officer writes to records of any commune',
    file: 'src/server/storage/homes.ts',
    from: 'const own = row.path.startsWith(path);',
    to: 'const own = path.length > 0;',
    near: recordsTest,
  },
  {
    name: 'who writes a field last has replaced what was there, seen or not',
    file: 'src/model/record.ts',
    from: 'const replaced = new Set(versions.flatMap(({ op, seen }) => seen.filter((name) => name !== op)));',
    to: 'const replaced = new Set(versions.slice(0, -1).map(({ op }) => op));',
    near: recordsTest,
  },
  {
    name: 'a revoked device is answered as before',
    file: 'src/server/authentication.ts',
    from: 'if (barred !== null && !config.alsoBarred) throw new Refused(barred);',
    to: '',
    near: 'tests/server/sign-in.test.ts',
  },
  {
    name: 'a step of a report is taken although another came first',
    file: 'src/server/storage/report-commands.ts',
    from: '  if (steps.length !== known) throw movedOn();',
    to: '',
    near: reportTest,
  },
  {
    name: 'an amendment lets in what was late and also what says it anew',
    file: 'src/server/storage/amend.ts',
    from: 'if (twin !== null && (known.has(twin) || !open.has(twin))) throw unfit(name);',
    to: 'if (twin === name) throw unfit(name);',
    near: amendmentTest,
  },
  {
    name: 'what an amendment let in has no number behind the others',
    file: 'src/server/storage/amend.ts',
    from: '.set({ commune_id: commune, number: head, amendment })',
    to: '.set({ commune_id: commune, number: 1, amendment })',
    near: reportTest,
  },
  {
    name: 'a breakdown forgets what it held before a batch',
    file: 'src/server/storage/breakdown-rows.ts',
    from: 'addBreakdowns(before ?? {}, change)',
    to: 'addBreakdowns(before ? {} : {}, change)',
    near: 'tests/server/pivot.test.ts',
  },
  {
    name: 'who left a unit goes on counting for it',
    file: 'src/server/storage/rules-of-the-day.ts',
    from: '...(until !== undefined && { until }),',
    to: '',
    near: 'tests/server/moving.test.ts',
  },
];
