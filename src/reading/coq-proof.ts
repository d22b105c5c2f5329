/**
 * A file of proofs: what is proved and what has to be trusted, the functions that its formulas are made of, the
 * tactics that prove its lemmas, and the lemmas.
 */
import { coqFunctions, functionsIn } from './coq-algebra'
import { comment } from './coq-text'

const heading = comment([
  'Written by limen. To check it: coqc FILE, of Coq 8.16 or later with the library Interval.',
  '',
  'Proved: each lemma says that its inputs lie in the domain of a formula, and the value of that between two numbers.',
  'All numbers are real, every decimal is exact, and units are coherent SI.',
  'To be trusted: Coq, with the axioms of its real numbers and of the integers that Interval computes by; that the',
  'definitions are the formulas that are meant; that these hold for a machine under the constraint that is named.',
  'Not to be trusted: limen, its decimals, and the machine that it ran on.'
])

/** The optimal reset, by its certificate: docs/physics.md derives it. */
const reset = [
  comment([
    'The reset of a bit to an error x that conserves c on its way: how many attempts it takes, and what it dissipates.',
    'The least dissipation of any reset to x in n attempts is known by two properties, which are to be trusted as',
    'docs/physics.md derives them: it is no less than what any c certifies, as the problem is convex, and no more than',
    'what any c takes that needs no more attempts.'
  ]),
  `Definition reset_root (x c : R) : R := sqrt (1 + 4 * x / c).
Definition reset_moved (x c : R) : R := (1 - 2 * x) / (reset_root (1 / 2) c + reset_root x c).
Definition reset_attempts (x c : R) : R :=
  let d := reset_moved x c / c in ln (1 / (2 * x)) + 2 * d - ln (1 + 2 * d / (1 + reset_root x c)).
Definition reset_dissipation (x c : R) : R :=
  reset_moved x c + ln (1 + c * (1 + reset_root (1 / 2) c)) / 2 - x * ln (1 + c * (1 + reset_root x c) / (2 * x)).
Definition least_dissipation (x n sigma : R) : Prop :=
  (forall c, 0 < c -> reset_dissipation x c + c * (reset_attempts x c - n) <= sigma) /\\
  (forall c, 0 < c -> reset_attempts x c <= n -> sigma <= reset_dissipation x c).
`
].join('\n')

const tactics = (
  bits: number
): string => `${comment(['How the lemmas are proved: nothing of this has to be read.'])}
Lemma at_zero : forall x a b : R, x = 0 -> (if Req_EM_T x 0 then a else b) = a.
Proof. intros x a b H. destruct (Req_EM_T x 0); [reflexivity | contradiction]. Qed.
Lemma off_zero : forall x a b : R, x <> 0 -> (if Req_EM_T x 0 then a else b) = b.
Proof. intros x a b H. destruct (Req_EM_T x 0); [contradiction | reflexivity]. Qed.
Ltac by_interval := first [interval with (i_prec ${bits}) | interval with (i_prec ${4 * bits})].
Ltac below := first [by_interval | apply Rminus_le; by_interval].
Ltac off := first [apply Rgt_not_eq; by_interval | apply Rlt_not_eq; by_interval].
Ltac logs :=
  match goal with |- context [ln (IZR ?a)] => match goal with |- context [IZR ?b * ln 2] =>
    let n := eval compute in (Z.to_nat b) in
    replace (IZR a) with (2 ^ n) by lra; rewrite ln_pow by lra; simpl INR; lra
  end end.
Ltac known := repeat match goal with
  | |- context [if Req_EM_T ?x 0 then ?a else ?b] =>
      first [rewrite (off_zero x a b) by off | rewrite (at_zero x a b) by first [lra | field | logs]]
  | |- context [Rmax ?x ?y] =>
      first [rewrite (Rmax_left x y) by below | rewrite (Rmax_right x y) by below]
  | |- context [Rmin ?x ?y] =>
      first [rewrite (Rmin_left x y) by below | rewrite (Rmin_right x y) by below]
  | |- context [asin ?x] => rewrite (asin_atan x) by (split; by_interval)
  end.
Ltac of_one := match goal with |- context [ln ?x] => replace x with 1 by first [lra | field]; rewrite ln_1 end.
Ltac closed := first [
  exact I | interval with (i_prec ${bits}) | lra | interval with (i_prec ${4 * bits}) | repeat of_one; lra |
  apply Rminus_le; interval with (i_prec ${bits}) | apply Rminus_lt; interval with (i_prec ${bits})].
Ltac certified := known; repeat split; closed.
`

const resetTactics = (
  bits: number
): string => `Lemma no_reset : forall x n s : R, x = 1 / 2 -> 0 < n -> least_dissipation x n s -> s = 0.
Proof.
  intros x n s -> n_above [L U].
  assert (moved : forall c, reset_moved (1 / 2) c = 0)
    by (intro c; unfold reset_moved; replace (1 - 2 * (1 / 2)) with 0 by lra; apply Rmult_0_l).
  assert (attempts : forall c, reset_attempts (1 / 2) c = 0).
  { intro c. unfold reset_attempts. rewrite moved. cbv zeta. unfold Rdiv. rewrite Rmult_0_l, Rmult_0_r, Rmult_0_l.
    replace (1 * / (2 * (1 * / 2))) with 1 by field. rewrite Rplus_0_r, Rplus_0_r, ln_1. ring. }
  assert (dissipation : forall c, reset_dissipation (1 / 2) c = 0).
  { intro c. unfold reset_dissipation. rewrite moved. replace (2 * (1 / 2)) with 1 by lra. unfold Rdiv. rewrite Rinv_1, Rmult_1_r. lra. }
  apply Rle_antisym.
  - rewrite <- (dissipation 1). apply U; [lra | rewrite attempts; lra].
  - apply Rnot_lt_le. intro below. specialize (L (- s / (2 * n))). rewrite attempts, dissipation in L.
    assert (0 < - s / (2 * n)) as above by (apply Rdiv_lt_0_compat; lra).
    specialize (L above). replace (0 + - s / (2 * n) * (0 - n)) with (s / 2) in L by (field; lra). lra.
Qed.
Ltac never_reset s :=
  lazymatch goal with H : least_dissipation _ _ s |- _ => apply no_reset in H; [subst s | lra | by_interval] end.
Ltac reset_between s same faster :=
  lazymatch goal with H : least_dissipation ?x ?n s |- _ =>
    let L := fresh in let U := fresh in let F := fresh in let L1 := fresh in let U1 := fresh in
    destruct H as [L U]; specialize (L same ltac:(lra)); specialize (U faster ltac:(lra));
    assert (reset_attempts x faster <= n) as F
      by (unfold reset_attempts, reset_moved, reset_root; cbv zeta; by_interval);
    specialize (U F); clear F;
    unfold reset_attempts, reset_dissipation, reset_moved, reset_root in L, U; cbv zeta in L, U;
    match type of L with ?l <= _ => interval_intro l lower with (i_prec ${2 * bits}) as L1 end;
    match type of U with _ <= ?u => interval_intro u upper with (i_prec ${2 * bits}) as U1 end;
    apply (Rle_trans _ _ _ L1) in L; apply (fun h => Rle_trans _ _ _ h U1) in U; clear L1 U1
  end.
`

/** Bits computed beyond those that the ends have, for what formulas lose. */
const guardBits = 40

/** A file of some lemmas with their definitions, whose ends have so many digits. */
export const proofText = (statements: readonly string[], digits: number): string => {
  const bits = Math.ceil(digits * Math.log2(10)) + guardBits
  const all = statements.join('\n\n')
  const used = functionsIn(all)
  const definitions = Object.entries(coqFunctions).flatMap(([name, definition]) =>
    used.includes(name) ? [`Definition ${name} ${definition}.`] : []
  )
  const hasResets = all.includes('least_dissipation')
  return [
    heading,
    'From Coq Require Import Reals Lra.\nFrom Interval Require Import Tactic.\nOpen Scope R_scope.\n',
    ...(definitions.length === 0 ? [] : [`${definitions.join('\n')}\n`]),
    ...(hasResets ? [reset] : []),
    tactics(bits),
    ...(hasResets ? [resetTactics(bits)] : []),
    `${all}\n`
  ].join('\n')
}
