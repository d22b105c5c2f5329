/**
 * The optimal reset in Coq: what it dissipates, by the root of an equation as docs/physics.md has it, and what a
 * proof needs of it. Any c certifies that no reset dissipates less than Σ(c) + c (n(c) − n): as functions of the
 * error, both sides of it are equal at ½, and apart from there they part, for −ln(1 − a) is convex in 1/a.
 */

/** What a statement is made of. */
export const resetDefinitions = String.raw`Definition reset_root (x c : R) : R := sqrt (1 + 4 * x / c).
Definition reset_moved (x c : R) : R := (1 - 2 * x) / (reset_root (1 / 2) c + reset_root x c).
Definition reset_attempts (x c : R) : R :=
  let d := reset_moved x c / c in ln (1 / (2 * x)) + 2 * d - ln (1 + 2 * d / (1 + reset_root x c)).
Definition reset_dissipation (x c : R) : R :=
  reset_moved x c + ln (1 + c * (1 + reset_root (1 / 2) c)) / 2 - x * ln (1 + c * (1 + reset_root x c) / (2 * x)).
Definition least_dissipation (x n sigma : R) : Prop :=
  (x = 1 / 2 /\ sigma = 0) \/ (exists c, 0 < c /\ reset_attempts x c = n /\ sigma = reset_dissipation x c).`

/** That the certificates hold, so that two of them enclose what is dissipated, and that the equation has a root. */
export const resetProofs = String.raw`Ltac nz := repeat split; first [lra | apply Rgt_not_eq; first [lra | nra]].
Lemma ln_above : forall u, 0 < u -> 1 - / u <= ln u.
Proof. intros u H. generalize (exp_ineq1_le (- ln u)). rewrite exp_Ropp, exp_ln by lra. lra. Qed.
Lemma root_above : forall x c, 0 < x -> 0 < c -> 1 < reset_root x c.
Proof.
  intros. unfold reset_root. rewrite <- sqrt_1 at 1. apply sqrt_lt_1; try lra.
  assert (0 < 4 * x / c) by (apply Rdiv_lt_0_compat; lra). lra.
  assert (0 < 4 * x / c) by (apply Rdiv_lt_0_compat; lra). lra.
Qed.
Lemma root_square : forall x c, 0 < x -> 0 < c -> reset_root x c * reset_root x c = 1 + 4 * x / c.
Proof.
  intros. unfold reset_root. apply sqrt_sqrt.
  assert (0 < 4 * x / c) by (apply Rdiv_lt_0_compat; lra). lra.
Qed.
Definition lost (s : R) : R := ln (s + 1) - ln (s - 1).
Lemma lost_convex : forall s s', 1 < s -> 1 < s' -> 2 * (s - s') / (s * s - 1) <= lost s' - lost s.
Proof.
  intros s s' H H'. unfold lost.
  replace (ln (s' + 1) - ln (s' - 1) - (ln (s + 1) - ln (s - 1))) with (ln ((s' + 1) * (s - 1) / ((s' - 1) * (s + 1)))).
  2: { rewrite ln_div, ln_mult, ln_mult; try lra; apply Rmult_lt_0_compat; lra. }
  eapply Rle_trans; [| apply ln_above; apply Rdiv_lt_0_compat; apply Rmult_lt_0_compat; lra].
  apply Rminus_le_0.
  replace (1 - / ((s' + 1) * (s - 1) / ((s' - 1) * (s + 1))) - 2 * (s - s') / (s * s - 1))
    with (2 * ((s - s') * (s - s')) / ((s - 1) * (s' + 1) * (s + 1))).
  2: { field; nz. }
  apply Rmult_le_pos. generalize (Rle_0_sqr (s - s')); unfold Rsqr; lra. left. apply Rinv_0_lt_compat. apply Rmult_lt_0_compat; [apply Rmult_lt_0_compat|]; lra.
Qed.
Definition attempts_of (c t : R) : R :=
  - ln (2 * t) + reset_root (1 / 2) c - reset_root t c - ln (1 + reset_root (1 / 2) c) + ln (1 + reset_root t c).
Definition dissipation_of (c t : R) : R :=
  c * (reset_root (1 / 2) c - reset_root t c) / 2 + ln (1 + c * (1 + reset_root (1 / 2) c)) / 2 - t * lost (reset_root t c).
Lemma moved_is : forall x c, 0 < x -> 0 < c -> reset_moved x c = c * (reset_root (1 / 2) c - reset_root x c) / 2.
Proof.
  intros x c Hx Hc. unfold reset_moved.
  assert (A := root_above x c Hx Hc). assert (B := root_above (1/2) c ltac:(lra) Hc).
  assert (P := root_square x c Hx Hc). assert (Q := root_square (1/2) c ltac:(lra) Hc).
  set (s := reset_root x c) in *. set (S := reset_root (1/2) c) in *.
  apply (Rmult_eq_reg_r (S + s)); [| lra].
  replace ((1 - 2 * x) / (S + s) * (S + s)) with (1 - 2 * x) by (field; nz).
  replace (c * (S - s) / 2 * (S + s)) with (c * (S * S - s * s) / 2) by field.
  rewrite P, Q. field; nz.
Qed.
Lemma attempts_is : forall x c, 0 < x -> 0 < c -> reset_attempts x c = attempts_of c x.
Proof.
  intros x c Hx Hc. unfold reset_attempts, attempts_of. rewrite (moved_is x c Hx Hc). cbv zeta.
  assert (A := root_above x c Hx Hc). assert (B := root_above (1/2) c ltac:(lra) Hc).
  set (s := reset_root x c) in *. set (S := reset_root (1/2) c) in *.
  replace (1 + 2 * (c * (S - s) / 2 / c) / (1 + s)) with ((1 + S) / (1 + s)) by (field; nz).
  replace (1 / (2 * x)) with (/ (2 * x)) by (field; nz).
  rewrite ln_Rinv, ln_div by lra. field; nz.
Qed.
Lemma dissipation_is : forall x c, 0 < x -> 0 < c -> reset_dissipation x c = dissipation_of c x.
Proof.
  intros x c Hx Hc. unfold reset_dissipation, dissipation_of. rewrite (moved_is x c Hx Hc).
  assert (A := root_above x c Hx Hc). assert (P := root_square x c Hx Hc).
  set (s := reset_root x c) in *. unfold lost.
  replace (1 + c * (1 + s) / (2 * x)) with ((s + 1) / (s - 1)). rewrite ln_div by lra. reflexivity.
  clearbody s; assert (E : x = c * (s * s - 1) / 4) by (rewrite P; field; nz); clear P; subst x.
  field; nz.
Qed.
Lemma root_derive : forall t c, 0 < t -> 0 < c -> is_derive (fun t => reset_root t c) t (2 / (c * reset_root t c)).
Proof.
  intros t c Ht Hc. assert (A := root_above t c Ht Hc). unfold reset_root in *.
  assert (0 < 4 * t / c) by (apply Rdiv_lt_0_compat; lra).
  auto_derive. unfold Rdiv in *; lra. change (4 * t * / c) with (4 * t / c). set (s := sqrt _) in *. field; nz.
Qed.
Lemma attempts_derive : forall t c, 0 < t -> 0 < c ->
  is_derive (attempts_of c) t (- (1 + reset_root t c) / (2 * t)).
Proof.
  intros t c Ht Hc. assert (A := root_above t c Ht Hc). assert (P := root_square t c Ht Hc).
  assert (D := root_derive t c Ht Hc). unfold attempts_of.
  auto_derive.
  - repeat split; try lra; try (eexists; exact D).
  - repeat match goal with |- context [Derive ?f t] => replace (Derive f t) with (2 / (c * reset_root t c)) by (symmetry; apply is_derive_unique; exact D) end. set (s := reset_root t c) in *.
    clearbody s; assert (E : t = c * (s * s - 1) / 4) by (rewrite P; field; nz); clear P; clear D; subst t.
    field; nz.
Qed.
Lemma dissipation_derive : forall t c, 0 < t -> 0 < c ->
  is_derive (dissipation_of c) t (- lost (reset_root t c)).
Proof.
  intros t c Ht Hc. assert (A := root_above t c Ht Hc). assert (P := root_square t c Ht Hc).
  assert (D := root_derive t c Ht Hc). unfold dissipation_of, lost.
  auto_derive.
  - repeat split; try lra; try (eexists; exact D).
  - repeat match goal with |- context [Derive ?f t] => replace (Derive f t) with (2 / (c * reset_root t c)) by (symmetry; apply is_derive_unique; exact D) end. set (s := reset_root t c) in *.
    clearbody s; assert (E : t = c * (s * s - 1) / 4) by (rewrite P; field; nz); clear P; clear D; subst t.
    change (s + - (1)) with (s - 1). field; nz.
Qed.
Lemma certificate : forall x c c', 0 < x <= 1 / 2 -> 0 < c -> 0 < c' ->
  reset_dissipation x c + c * reset_attempts x c <= reset_dissipation x c' + c * reset_attempts x c'.
Proof.
  intros x c c' [Hx Hx'] Hc Hc'. rewrite !attempts_is, !dissipation_is by lra.
  set (g := fun t => (dissipation_of c' t + c * attempts_of c' t) - (dissipation_of c t + c * attempts_of c t)).
  set (g' := fun t => (- lost (reset_root t c') + c * (- (1 + reset_root t c') / (2 * t)))
    - (- lost (reset_root t c) + c * (- (1 + reset_root t c) / (2 * t)))).
  assert (at_half : g (1 / 2) = 0).
  { unfold g, dissipation_of, attempts_of, lost.
    assert (L : forall b, 0 < b -> ln (1 + b * (1 + reset_root (1 / 2) b)) = lost (reset_root (1 / 2) b)).
    { intros b Hb. assert (E := dissipation_is (1 / 2) b ltac:(lra) Hb).
      unfold reset_dissipation, dissipation_of in E. rewrite (moved_is (1 / 2) b ltac:(lra) Hb) in E.
      replace (2 * (1 / 2)) with 1 in E by lra. replace (b * (1 + reset_root (1 / 2) b) / 1) with (b * (1 + reset_root (1 / 2) b)) in E by field. lra. }
    rewrite (L c Hc), (L c' Hc'). unfold lost. replace (2 * (1 / 2)) with 1 by lra. rewrite ln_1. field. }
  assert (falls : forall t, 0 < t -> g' t <= 0).
  { intros t Ht. unfold g'.
    assert (A := root_above t c Ht Hc). assert (A' := root_above t c' Ht Hc'). assert (P := root_square t c Ht Hc).
    assert (C := lost_convex _ _ A A').
    replace (2 * (reset_root t c - reset_root t c') / (reset_root t c * reset_root t c - 1))
      with (c * (reset_root t c - reset_root t c') / (2 * t)) in C by (rewrite P; field; nz).
    replace (c * (- (1 + reset_root t c') / (2 * t))) with
      (c * (- (1 + reset_root t c) / (2 * t)) + c * (reset_root t c - reset_root t c') / (2 * t)) by (field; nz).
    lra. }
  assert (0 <= g x); [| unfold g in *; lra].
  destruct Hx' as [Hx' | ->]; [| rewrite at_half; lra].
  destruct (MVT_cor2 g g' x (1 / 2) Hx') as [t [E [T _]]].
  { intros t [T _].
    assert (W : forall b, 0 < b -> derivable_pt_lim (fun t => dissipation_of b t + c * attempts_of b t) t
      (- lost (reset_root t b) + c * (- (1 + reset_root t b) / (2 * t)))).
    { intros b Hb. apply (derivable_pt_lim_plus (dissipation_of b) (fun t => c * attempts_of b t)).
      - apply is_derive_Reals, dissipation_derive; lra.
      - apply (derivable_pt_lim_scal (attempts_of b) c), is_derive_Reals, attempts_derive; lra. }
    exact (derivable_pt_lim_minus _ _ _ _ _ (W c' Hc') (W c Hc)). }
  assert (F := falls t ltac:(lra)). rewrite at_half in E. nra.
Qed.
Lemma certifies : forall x n sigma, 0 < x < 1 / 2 -> least_dissipation x n sigma -> forall c, 0 < c ->
  reset_dissipation x c + c * (reset_attempts x c - n) <= sigma /\
  (reset_attempts x c <= n -> sigma <= reset_dissipation x c).
Proof.
  intros x n sigma Hx [[-> _] | [b [Hb [<- ->]]]] c Hc; [lra |]. split.
  - generalize (certificate x c b ltac:(lra) Hc Hb). lra.
  - intro F. generalize (certificate x b c ltac:(lra) Hb Hc). nra.
Qed.
Lemma no_reset : forall x n sigma, x = 1 / 2 -> 0 < n -> least_dissipation x n sigma -> sigma = 0.
Proof.
  intros x n sigma -> Hn [[_ ->] | [c [Hc [E _]]]]; [reflexivity |].
  rewrite attempts_is in E by lra. unfold attempts_of in E. replace (2 * (1 / 2)) with 1 in E by lra.
  rewrite ln_1 in E. lra.
Qed.
Lemma reset_exists : forall x n, 0 < x < 1 / 2 -> ln (1 / (2 * x)) < n -> exists sigma, least_dissipation x n sigma.
Proof.
  intros x n Hx Hn. replace (1 / (2 * x)) with (/ (2 * x)) in Hn by (field; lra). rewrite ln_Rinv in Hn by lra.
  set (m := n + ln (2 * x)). assert (Hm : 0 < m) by (unfold m; lra).
  assert (apart : forall c, 0 < c -> let S := reset_root (1 / 2) c in let s := reset_root x c in
    1 < s /\ s < S /\ (S - s) * (c * (S + s)) = 2 - 4 * x).
  { intros c Hc S s. assert (A := root_above x c ltac:(lra) Hc). fold s in A.
    assert (B := root_above (1 / 2) c ltac:(lra) Hc). fold S in B.
    assert (P := root_square x c ltac:(lra) Hc). assert (Q := root_square (1 / 2) c ltac:(lra) Hc). fold s in P. fold S in Q.
    assert (E : (S - s) * (c * (S + s)) = 2 - 4 * x).
    { replace ((S - s) * (c * (S + s))) with (c * (S * S - s * s)) by ring. rewrite P, Q. field. lra. }
    repeat split; [exact A | | exact E].
    apply Rnot_le_lt. intro F. assert (0 < c * (S + s)) by (apply Rmult_lt_0_compat; lra). nra. }
  assert (few : forall c, 0 < c -> c * m = 1 - 2 * x -> attempts_of c x < n).
  { intros c Hc E. destruct (apart c Hc) as [A [B F]]. unfold attempts_of.
    set (s := reset_root x c) in *. set (S := reset_root (1 / 2) c) in *.
    assert (ln (1 + s) < ln (1 + S)) by (apply ln_increasing; lra).
    assert (S - s < m); [| unfold m in *; lra].
    apply (Rmult_lt_reg_r (c * (S + s))). apply Rmult_lt_0_compat; lra. rewrite F. nra. }
  assert (many : forall k, 0 < k <= 1 -> k * (2 * m) <= 1 - 2 * x -> n < attempts_of (k * k / 3) x).
  { intros k [Hk Hk'] E. set (c := k * k / 3). assert (Hc : 0 < c) by (unfold c; nra).
    destruct (apart c Hc) as [A [B F]]. assert (Q := root_square (1 / 2) c ltac:(lra) Hc). unfold attempts_of.
    set (s := reset_root x c) in *. set (S := reset_root (1 / 2) c) in *.
    assert (T : c * S <= k).
    { apply Rsqr_incr_0_var; [| lra]. unfold Rsqr. replace (c * S * (c * S)) with (c * c * (S * S)) by ring. rewrite Q.
      replace (c * c * (1 + 4 * (1 / 2) / c)) with (c * c + 2 * c) by (field; lra).
      assert (3 * c = k * k) by (unfold c; field). assert (c <= 1) by nra. nra. }
    assert (L : ln (1 + S) - ln (1 + s) <= (S - s) / (1 + s)).
    { rewrite <- ln_div by lra. generalize (exp_ineq1_le (ln ((1 + S) / (1 + s)))).
      rewrite exp_ln by (apply Rdiv_lt_0_compat; lra).
      replace ((S - s) / (1 + s)) with ((1 + S) / (1 + s) - 1) by (field; lra). lra. }
    assert (M : (S - s) / (1 + s) < (S - s) / 2).
    { apply Rmult_lt_compat_l; [lra |]. apply Rinv_lt_contravar; lra. }
    assert (m <= (S - s) / 2); [| unfold m in *; lra].
    apply (Rmult_le_reg_r (c * (S + s))). apply Rmult_lt_0_compat; lra.
    replace ((S - s) / 2 * (c * (S + s))) with (1 - 2 * x) by lra.
    assert (c * (S + s) <= 2 * k) by nra. nra. }
  set (most := (1 - 2 * x) / m). assert (0 < most) by (apply Rdiv_lt_0_compat; lra).
  assert (most * m = 1 - 2 * x) by (unfold most; field; lra).
  set (k := Rmin 1 (most / 2)). assert (0 < k <= 1) by (unfold k; split; [apply Rmin_glb_lt; lra | apply Rmin_l]).
  assert (k <= most / 2) by apply Rmin_r.
  destruct (IVT_interv (fun c => n - attempts_of c x) (k * k / 3) most) as [c [Hc Z]].
  - intros c Hc. assert (0 < c) as C by nra. assert (A := root_above x c ltac:(lra) C).
    assert (B := root_above (1 / 2) c ltac:(lra) C). unfold reset_root in A, B.
    assert (0 < 4 * x / c) by (apply Rdiv_lt_0_compat; lra).
    assert (0 < 4 * (1 / 2) / c) by (apply Rdiv_lt_0_compat; lra).
    apply derivable_continuous_pt, ex_derive_Reals_0. unfold attempts_of, reset_root. auto_derive.
    unfold Rdiv in *. repeat split; lra.
  - nra.
  - generalize (many k ltac:(lra) ltac:(nra)). lra.
  - generalize (few most ltac:(lra) ltac:(lra)). lra.
  - exists (reset_dissipation x c). right. exists c. assert (0 < c) by nra. repeat split; try lra.
    rewrite attempts_is by lra. lra.
Qed.`
