/**
 * Returns the exact one-sided upper bound of a share after Clopper and Pearson. At that share, a draw of the same size
 * has at most as many hits with probability 1 − `confidence`. 1 if all draws are hits.
 */
export function upperBound(hits: number, drawn: number, confidence = 0.95): number {
  if (hits >= drawn) return 1;
  let [low, high] = [hits / drawn, 1];
  // Bisection: each step adds one binary digit.
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (probabilityOfAtMost(hits, drawn, middle) > 1 - confidence) low = middle;
    else high = middle;
  }
  return high;
}

/** Returns P(X ≤ hits) of a binomial distribution. Uses logarithms, because large draws underflow. */
function probabilityOfAtMost(hits: number, drawn: number, share: number): number {
  let term = drawn * Math.log1p(-share);
  let sum = Math.exp(term);
  for (let count = 1; count <= hits; count += 1) {
    term += Math.log((drawn - count + 1) / count) + Math.log(share) - Math.log1p(-share);
    sum += Math.exp(term);
  }
  return sum;
}
