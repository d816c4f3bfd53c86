import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Folders that commands write. */
export const outputs = ['dist', 'posts', 'preprint'] as const;
export type Output = (typeof outputs)[number];

/** The folders that an output passes through; all on one disk, so that each step of the switch is one rename. */
type OutputPaths = {
  /** Where the output grows until it is whole. */
  staging: string;
  /** The new output, whole, before it takes its place. */
  next: string;
  target: string;
  /** The output before, whole, until the new one has taken its place. */
  previous: string;
  /** Where the output before goes to be removed. */
  discarded: string;
};

export const stagingOf = (root: string): string => join(root, '.cache', 'staging');

/** Astro's cache of images. Astro does not recognise a half-written one. */
export const imageCacheOf = (root: string): string => join(root, '.cache', 'images');

export function outputPathsOf(root: string, output: Output): OutputPaths {
  const switching = join(root, '.cache', 'switching');
  return {
    staging: join(stagingOf(root), output),
    next: join(switching, `${output}-next`),
    target: join(root, output),
    previous: join(switching, `${output}-previous`),
    discarded: join(stagingOf(root), `${output}-discarded`),
  };
}

/** A fresh folder in which an output grows. */
export function createStaging(root: string, output: Output): string {
  const { staging, next } = outputPathsOf(root, output);
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true });
  mkdirSync(join(next, '..'), { recursive: true });
  return staging;
}

/**
 * The switch, a rename a step: two folders cannot be exchanged at once.
 *
 * Between the second and the third step there is no output; `recoverOutputs` completes what a killed command began.
 */
export const switchSteps: readonly ((paths: OutputPaths) => void)[] = [
  ({ staging, next }) => renameSync(staging, next),
  ({ target, previous }) => moveIfThere(target, previous),
  ({ next, target }) => renameSync(next, target),
  ({ previous, discarded }) => moveIfThere(previous, discarded),
];

/** Puts a whole output, grown in its staging folder, in the place of the one before. */
export function switchOutput(root: string, output: Output): void {
  const paths = outputPathsOf(root, output);
  for (const step of switchSteps) step(paths);
  rmSync(paths.discarded, { recursive: true, force: true });
}

/** True where a command was killed while it wrote an output. */
export function isInterrupted(root: string): boolean {
  return existsSync(stagingOf(root)) || outputs.some((output) => hasBegun(outputPathsOf(root, output)));
}

/** Completes each switch that was begun, restores an output without a successor, and removes incomplete ones. */
export function recoverOutputs(root: string): void {
  mkdirSync(stagingOf(root), { recursive: true });
  for (const output of outputs) recoverOutput(outputPathsOf(root, output));
  rmSync(imageCacheOf(root), { recursive: true, force: true });
  rmSync(stagingOf(root), { recursive: true, force: true });
}

function recoverOutput(paths: OutputPaths): void {
  const { next, target, previous, discarded } = paths;
  rmSync(discarded, { recursive: true, force: true });
  if (existsSync(next)) {
    // Both exist only where somebody created the target by hand.
    if (existsSync(target)) rmSync(previous, { recursive: true, force: true });
    for (const step of switchSteps.slice(1)) step(paths);
  } else moveIfThere(previous, existsSync(target) ? discarded : target);
}

const hasBegun = ({ next, previous }: OutputPaths): boolean => existsSync(next) || existsSync(previous);

function moveIfThere(from: string, to: string): void {
  if (existsSync(from)) renameSync(from, to);
}
