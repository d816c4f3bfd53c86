/**
 * The exact one-sided upper bound of a share after Clopper and Pearson: the share of which a draw as large shows at most as many
 * hits with a probability of 1 − `confidence`. 1 where every one drawn is a hit.
 */
export function upperBound(hits: number, drawn: number, confidence = 0.95): number {
  if (hits >= drawn) return 1;
  let [low, high] = [hits / drawn, 1];
  // Every step gives one binary digit.
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (probabilityOfAtMost(hits, drawn, middle) > 1 - confidence) low = middle;
    else high = middle;
  }
  return high;
}

/** P(X ≤ hits) of a binomial distribution; in logarithms, for large draws underflow. */
function probabilityOfAtMost(hits: number, drawn: number, share: number): number {
  let term = drawn * Math.log1p(-share);
  let sum = Math.exp(term);
  for (let count = 1; count <= hits; count += 1) {
    term += Math.log((drawn - count + 1) / count) + Math.log(share) - Math.log1p(-share);
    sum += Math.exp(term);
  }
  return sum;
}
