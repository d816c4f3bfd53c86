import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  createStaging,
  isInterrupted,
  outputs,
  outputPathsOf,
  recoverOutputs,
  switchOutput,
  switchSteps,
  type Output,
} from '../src/build/outputs.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'alignment-review-'));
});

function writeStaged(output: Output, text: string): void {
  const staging = createStaging(root, output);
  mkdirSync(join(staging, 'inside'));
  writeFileSync(join(staging, 'inside', 'page.html'), text);
}

function build(output: Output, text: string): void {
  writeStaged(output, text);
  switchOutput(root, output);
}

const read = (output: Output): string => readFileSync(join(root, output, 'inside', 'page.html'), 'utf8');

/** Expects that a switch left no files but the outputs. */
function expectNothingLeft(): void {
  expect(isInterrupted(root)).toBe(false);
  expect(readdirSync(join(root, '.cache', 'switching'))).toEqual([]);
}

describe.each(outputs)('the switch of %s', (output) => {
  it('replaces the previous output', () => {
    build(output, 'old');
    build(output, 'new');
    expect(read(output)).toBe('new');
  });

  it.each([0, 1, 2, 3, 4])('is completed or not started, if it was interrupted after step %i', (steps) => {
    build(output, 'old');
    writeStaged(output, 'new');
    for (const step of switchSteps.slice(0, steps)) step(outputPathsOf(root, output));
    recoverOutputs(root);
    expect(read(output)).toBe(steps === 0 ? 'old' : 'new');
    expectNothingLeft();
  });

  it.each([0, 1, 2, 3, 4])('leaves a first output or none, if it was interrupted after step %i', (steps) => {
    writeStaged(output, 'new');
    for (const step of switchSteps.slice(0, steps)) step(outputPathsOf(root, output));
    recoverOutputs(root);
    expect(existsSync(join(root, output))).toBe(steps > 0);
    expectNothingLeft();
  });

  it.each([1, 2, 3])('is completed by a second recovery, if the first was interrupted after step %i', (steps) => {
    build(output, 'old');
    writeStaged(output, 'new');
    const paths = outputPathsOf(root, output);
    switchSteps[0]?.(paths);
    for (const step of switchSteps.slice(1, steps + 1)) step(paths);
    recoverOutputs(root);
    recoverOutputs(root);
    expect(read(output)).toBe('new');
    expectNothingLeft();
  });

  it('restores the previous output if the new one is missing', () => {
    build(output, 'old');
    writeStaged(output, 'new');
    const paths = outputPathsOf(root, output);
    for (const step of switchSteps.slice(0, 2)) step(paths);
    rmSync(paths.next, { recursive: true });
    recoverOutputs(root);
    expect(read(output)).toBe('old');
    expectNothingLeft();
  });

  it('prefers the new output to a folder created in the meantime', () => {
    build(output, 'old');
    writeStaged(output, 'new');
    for (const step of switchSteps.slice(0, 2)) step(outputPathsOf(root, output));
    mkdirSync(join(root, output));
    recoverOutputs(root);
    expect(read(output)).toBe('new');
    expectNothingLeft();
  });
});
