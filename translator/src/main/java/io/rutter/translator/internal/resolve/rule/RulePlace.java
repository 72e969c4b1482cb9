// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.rule;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ConfigKey;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.origin.ConfigPart;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Where an HTTP rule is written. One of a delegate is written in two places: where its destinations
 * are, and where the delegate is referred to.
 *
 * @param own the rule with the destinations
 * @param referring the rule that refers to it, if it is a delegate's
 */
public record RulePlace(Written own, Optional<Written> referring) {
  /**
   * A rule as it is written.
   *
   * @param owner the VirtualService
   * @param position its position in the list of HTTP rules
   */
  public record Written(VirtualService owner, int position) {
    HttpRoute rule() {
      return owner.http().get(position);
    }

    /** The rule, or a field of it if that is not empty. */
    ConfigPart part(String field) {
      return new ConfigPart(
          ConfigKey.of("VirtualService", owner.metadata()),
          "spec.http[" + position + "]" + (field.isEmpty() ? "" : "." + field));
    }
  }

  /** The place of a VirtualService's own rule. */
  static RulePlace of(VirtualService owner, int position) {
    return new RulePlace(new Written(owner, position), Optional.empty());
  }

  /** The place of a delegate's rule. */
  static RulePlace delegated(
      VirtualService root, int referring, VirtualService delegate, int position) {
    return new RulePlace(
        new Written(delegate, position), Optional.of(new Written(root, referring)));
  }

  /** The rule, then the one that refers to it. */
  public ImmutableList<ConfigPart> parts() {
    return Stream.concat(Stream.of(own), referring.stream())
        .map(written -> written.part(""))
        .collect(toImmutableList());
  }

  /** A field of the rule that no referring rule has a say in. */
  public ConfigPart ownField(String field) {
    return own.part(field);
  }

  /** A field that comes from the referring rule if the rule itself does not set it. */
  public ConfigPart field(String field, Predicate<HttpRoute> sets) {
    return referring
        .filter(written -> !sets.test(own.rule()) && sets.test(written.rule()))
        .orElse(own)
        .part(field);
  }

  /** An alternative of the rule's match, by its position in the merged rule. */
  public ImmutableList<ConfigPart> match(int position) {
    if (referring.isEmpty()) {
      return ImmutableList.of(own.part("match[" + position + "]"));
    }
    DelegateMerger.MergedMatch merged =
        DelegateMerger.matches(referring.get().rule().match(), own.rule().match())
            .orElseThrow()
            .get(position);
    return Stream.concat(
            match(own, merged.delegate()).stream(), match(referring.get(), merged.root()).stream())
        .collect(toImmutableList());
  }

  private static Optional<ConfigPart> match(Written written, OptionalInt position) {
    return position.isPresent()
        ? Optional.of(written.part("match[" + position.getAsInt() + "]"))
        : Optional.empty();
  }
}
