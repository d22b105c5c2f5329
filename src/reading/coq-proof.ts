/**
 * A file of proofs: what is proved and what has to be trusted, the functions that its formulas are made of, the
 * tactics that prove its lemmas, and the lemmas.
 */
import { coqFunctions, functionsIn } from './coq-algebra'
import { resetDefinitions, resetProofs } from './coq-reset'
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

const resetHeading = comment([
  'The reset of a bit from 1/2 to the error x that conserves c on its way: in how many attempts, and what it dissipates.',
  'The optimal reset in n attempts is the one whose c is the root of the equation; to 1/2, none is needed. That there is',
  'one where n is above the least, ln(1/2x), is the lemma reset_exists below.'
])

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

const resetTactics = (bits: number): string => `${resetProofs}
Ltac never_reset s :=
  lazymatch goal with H : least_dissipation _ _ s |- _ => apply no_reset in H; [subst s | lra | by_interval] end.
Ltac reset_between s same faster :=
  lazymatch goal with H : least_dissipation ?x ?n s |- _ =>
    let L := fresh in let U := fresh in let F := fresh in let L1 := fresh in let U1 := fresh in
    assert (F := certifies x n s ltac:(first [lra | split; by_interval]) H); clear H;
    destruct (F same ltac:(lra)) as [L _]; destruct (F faster ltac:(lra)) as [_ U]; clear F;
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
    'From Coq Require Import Reals Lra.',
    ...(hasResets
      ? [
          'From Coq Require Import Ranalysis5.\nSet Warnings "-ambiguous-paths".\nFrom Coquelicot Require Import Coquelicot.'
        ]
      : []),
    'From Interval Require Import Tactic.\nOpen Scope R_scope.\n',
    ...(definitions.length === 0 ? [] : [`${definitions.join('\n')}\n`]),
    ...(hasResets ? [`${resetHeading}\n${resetDefinitions}\n`] : []),
    tactics(bits),
    ...(hasResets ? [resetTactics(bits)] : []),
    `${all}\n`
  ].join('\n')
}
