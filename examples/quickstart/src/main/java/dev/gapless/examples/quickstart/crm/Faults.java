// SPDX-License-Identifier: Apache-2.0
package dev.gapless.examples.quickstart.crm;

import java.time.Duration;
import java.util.Optional;

/**
 * What goes wrong in the CRM, and how often. Immutable; {@link #NONE} is a CRM in good health.
 *
 * @param outage whether and how the whole CRM is down
 * @param outageFor ends the outage by itself after this long; zero leaves it to the next switch
 * @param unique whether the key of an entry is enforced; true in good health
 * @param dropAnswerRate how many writes are committed and then cut off without an answer, 0 to 1
 * @param lateCommitRate how many writes hang without an answer and are committed later, 0 to 1
 * @param lateCommitMax the longest run time of such a write, counted from its arrival; for "ten
 *     seconds after the client gave up" add the client's time-out
 * @param lateUpdates whether late commits befall updates too, or creates only. A late update takes
 *     effect over newer ones, as it would in a CRM without versions
 * @param lookupLag how long a committed entry stays invisible to the look-up by key
 * @param latencyPerCall how long any call under /api takes before it takes effect
 * @param latencyPerRow what every entry or query of a call adds to that
 * @param throttleEvery answers every n-th call under /api with 429; 0 is never
 * @param lockRate how many entries of batches are refused as locked, 0 to 1
 * @param removedField a field of the timeline that an administrator took away
 * @param quotaUsedUp whether the calls of the day are used up
 * @param tokenLifetime how long tokens issued from now on are valid
 * @param expireTokensNow expires all tokens once, at the moment these faults are switched on
 */
public record Faults(
    Outage outage,
    Duration outageFor,
    boolean unique,
    double dropAnswerRate,
    double lateCommitRate,
    Duration lateCommitMax,
    boolean lateUpdates,
    Duration lookupLag,
    Duration latencyPerCall,
    Duration latencyPerRow,
    int throttleEvery,
    double lockRate,
    Optional<Field> removedField,
    boolean quotaUsedUp,
    Duration tokenLifetime,
    boolean expireTokensNow) {

  /** How the whole CRM is down. */
  public enum Outage {
    /** It is up. */
    NONE,
    /** Every call is answered with 503. */
    UNAVAILABLE,
    /** Nobody listens on the port; open connections are cut. */
    REFUSE
  }

  /** Good health: keys are enforced, answers come at once, tokens live for an hour. */
  public static final Faults NONE = new Builder().build();

  /** Checks ranges: rates 0 to 1, times not negative, tokens that live at all. */
  public Faults {
    rate("dropAnswerRate", dropAnswerRate);
    rate("lateCommitRate", lateCommitRate);
    rate("lockRate", lockRate);
    notNegative("outageFor", outageFor.isNegative());
    notNegative("lateCommitMax", lateCommitMax.isNegative());
    notNegative("lookupLag", lookupLag.isNegative());
    notNegative("latencyPerCall", latencyPerCall.isNegative());
    notNegative("latencyPerRow", latencyPerRow.isNegative());
    notNegative("throttleEvery", throttleEvery < 0);
    if (tokenLifetime.isNegative() || tokenLifetime.isZero()) {
      throw new IllegalArgumentException("tokenLifetime must be more than nothing");
    }
  }

  private static void rate(String name, double rate) {
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException(name + " must be from 0 to 1 but is " + rate);
    }
  }

  private static void notNegative(String name, boolean negative) {
    if (negative) {
      throw new IllegalArgumentException(name + " must not be negative");
    }
  }

  /** Starts from good health. */
  public static Builder builder() {
    return NONE.toBuilder();
  }

  /** Starts from these faults. */
  public Builder toBuilder() {
    return new Builder()
        .outage(outage)
        .outageFor(outageFor)
        .unique(unique)
        .dropAnswerRate(dropAnswerRate)
        .lateCommitRate(lateCommitRate)
        .lateCommitMax(lateCommitMax)
        .lateUpdates(lateUpdates)
        .lookupLag(lookupLag)
        .latencyPerCall(latencyPerCall)
        .latencyPerRow(latencyPerRow)
        .throttleEvery(throttleEvery)
        .lockRate(lockRate)
        .removedField(removedField)
        .quotaUsedUp(quotaUsedUp)
        .tokenLifetime(tokenLifetime)
        .expireTokensNow(expireTokensNow);
  }

  /** How long a call with so many entries takes. */
  public Duration latency(int rows) {
    return latencyPerCall.plus(latencyPerRow.multipliedBy(rows));
  }

  /** Collects faults; each method is named after what it sets. */
  public static final class Builder {
    private Outage outage = Outage.NONE;
    private Duration outageFor = Duration.ZERO;
    private boolean unique = true;
    private double dropAnswerRate;
    private double lateCommitRate;
    private Duration lateCommitMax = Duration.ofSeconds(10);
    private boolean lateUpdates = true;
    private Duration lookupLag = Duration.ZERO;
    private Duration latencyPerCall = Duration.ZERO;
    private Duration latencyPerRow = Duration.ZERO;
    private int throttleEvery;
    private double lockRate;
    private Optional<Field> removedField = Optional.empty();
    private boolean quotaUsedUp;
    private Duration tokenLifetime = Duration.ofHours(1);
    private boolean expireTokensNow;

    private Builder() {}

    public Builder outage(Outage how) {
      this.outage = how;
      return this;
    }

    public Builder outageFor(Duration span) {
      this.outageFor = span;
      return this;
    }

    public Builder unique(boolean enforced) {
      this.unique = enforced;
      return this;
    }

    public Builder dropAnswerRate(double rate) {
      this.dropAnswerRate = rate;
      return this;
    }

    public Builder lateCommitRate(double rate) {
      this.lateCommitRate = rate;
      return this;
    }

    public Builder lateCommitMax(Duration longest) {
      this.lateCommitMax = longest;
      return this;
    }

    public Builder lateUpdates(boolean too) {
      this.lateUpdates = too;
      return this;
    }

    public Builder lookupLag(Duration lag) {
      this.lookupLag = lag;
      return this;
    }

    public Builder latencyPerCall(Duration latency) {
      this.latencyPerCall = latency;
      return this;
    }

    public Builder latencyPerRow(Duration latency) {
      this.latencyPerRow = latency;
      return this;
    }

    public Builder throttleEvery(int calls) {
      this.throttleEvery = calls;
      return this;
    }

    public Builder lockRate(double rate) {
      this.lockRate = rate;
      return this;
    }

    public Builder removedField(Field field) {
      return removedField(Optional.of(field));
    }

    private Builder removedField(Optional<Field> field) {
      this.removedField = field;
      return this;
    }

    public Builder quotaUsedUp(boolean usedUp) {
      this.quotaUsedUp = usedUp;
      return this;
    }

    public Builder tokenLifetime(Duration lifetime) {
      this.tokenLifetime = lifetime;
      return this;
    }

    public Builder expireTokensNow(boolean now) {
      this.expireTokensNow = now;
      return this;
    }

    /**
     * Builds the faults.
     *
     * @throws IllegalArgumentException naming the first value out of range
     */
    public Faults build() {
      return new Faults(
          outage,
          outageFor,
          unique,
          dropAnswerRate,
          lateCommitRate,
          lateCommitMax,
          lateUpdates,
          lookupLag,
          latencyPerCall,
          latencyPerRow,
          throttleEvery,
          lockRate,
          removedField,
          quotaUsedUp,
          tokenLifetime,
          expireTokensNow);
    }
  }
}
