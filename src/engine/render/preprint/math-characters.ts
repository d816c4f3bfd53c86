const greek =
  'α alpha β beta γ gamma δ delta ε varepsilon ϵ epsilon ζ zeta η eta θ theta ϑ vartheta ι iota κ kappa λ lambda μ mu ν nu ξ xi π pi ϖ varpi ρ rho ϱ varrho σ sigma ς varsigma τ tau υ upsilon φ varphi ϕ phi χ chi ψ psi ω omega Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Υ Upsilon Φ Phi Ψ Psi Ω Omega';
const arrows =
  '← leftarrow → rightarrow ↑ uparrow ↓ downarrow ↔ leftrightarrow ↕ updownarrow ↗ nearrow ↘ searrow ↙ swarrow ↖ nwarrow ⇐ Leftarrow ⇒ Rightarrow ⇔ Leftrightarrow ⇑ Uparrow ⇓ Downarrow ↦ mapsto ⟵ longleftarrow ⟶ longrightarrow ⟹ Longrightarrow ⟺ Longleftrightarrow ↪ hookrightarrow ↩ hookleftarrow ⇌ rightleftharpoons ↝ leadsto';
const relations =
  '≤ leq ≥ geq ≠ neq ≈ approx ≡ equiv ∼ sim ≃ simeq ≅ cong ∝ propto ≪ ll ≫ gg ≲ lesssim ≳ gtrsim ∈ in ∉ notin ∋ ni ⊂ subset ⊃ supset ⊆ subseteq ⊇ supseteq ⊊ subsetneq ⊢ vdash ⊨ models ⊥ perp ∥ parallel ≺ prec ≻ succ ≔ coloneqq ∣ mid';
const operators =
  '− - ∓ mp ∗ ast ∘ circ ∙ bullet ⋅ cdot ⊕ oplus ⊗ otimes ⊙ odot ∧ wedge ∨ vee ∩ cap ∪ cup ∖ setminus ∑ sum ∏ prod ∫ int ∮ oint √ surd ∂ partial ∇ nabla ∞ infty ∀ forall ∃ exists ∅ emptyset ¬ neg ⋯ cdots ⋮ vdots ⋱ ddots ⟨ langle ⟩ rangle ⌈ lceil ⌉ rceil ⌊ lfloor ⌋ rfloor ℓ ell ℏ hbar ℜ Re ℑ Im ℵ aleph ′ prime ∴ therefore ∵ because ★ bigstar';
const shapes =
  '● bullet ○ circ ◦ circ ■ blacksquare □ square ▲ blacktriangle △ triangle ▼ blacktriangledown ▽ triangledown ◆ blacklozenge ◇ lozenge ☐ square ☑ boxtimes ✓ checkmark ✔ checkmark ✗ times ✘ times ▸ blacktriangleright ► blacktriangleright ◂ blacktriangleleft ♠ spadesuit ♣ clubsuit ♥ heartsuit ♦ diamondsuit ♯ sharp ♭ flat';
/** Latin-1 characters that text prints as written and formulas do not. */
const latin = '× times ÷ div ± pm · cdot ° circ µ mu ¬ neg … ldots';
const doubleStruck = 'ℕ N ℤ Z ℚ Q ℝ R ℂ C 𝔼 E';

const pairsOf = (list: string): [string, string][] => {
  const words = list.split(' ');
  return words.flatMap((character, index): [string, string][] =>
    index % 2 === 0 ? [[character, words[index + 1] ?? '']] : [],
  );
};

const commands = [greek, arrows, relations, operators, shapes, latin]
  .flatMap(pairsOf)
  .map(([character, name]) => [character, name === '-' ? '-' : `\\${name}`] as const);
const letters = pairsOf(doubleStruck).map(([character, letter]) => [character, `\\mathbb{${letter}}`] as const);

/** Commands in formulas for non-ASCII characters. */
export const mathCommands: ReadonlyMap<string, string> = new Map([...letters, ...commands]);
