// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.calltest;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rutter.inspect.Call;
import io.rutter.inspect.calltest.CallTestResult;
import io.rutter.inspect.calltest.ConfigValidatorCase;
import io.rutter.model.ConfigValue;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.virtualservice.HttpRoute;
import java.util.Optional;
import java.util.function.Function;

/**
 * Runs tests of istio-config-validator: for each combination of host, method and path, finds the
 * rule of a VirtualService that matches the request, and compares its parts that a test names. The
 * VirtualServices are translated for a gateway that accepts every host, so that Envoy's own rules
 * decide.
 */
public final class ConfigValidatorCheck {
  private final ConfigValidatorMesh mesh;

  private ConfigValidatorCheck(ConfigValidatorMesh mesh) {
    this.mesh = mesh;
  }

  /** A check of the VirtualServices of this mesh. */
  public static ConfigValidatorCheck of(MeshSnapshot snapshot) {
    return new ConfigValidatorCheck(ConfigValidatorMesh.of(snapshot));
  }

  /** Runs one test. */
  public CallTestResult run(ConfigValidatorCase test) {
    ImmutableList.Builder<String> failures = ImmutableList.builder();
    ImmutableSet.Builder<ConfigValue> met = ImmutableSet.builder();
    int calls = 0;
    for (String authority : test.authorities()) {
      for (String method : test.methods()) {
        for (String uri : test.uris()) {
          calls++;
          Call.Builder call = Call.builder().method(method).path(uri);
          test.headers().forEach(call::header);
          String prefix = method + " " + authority + uri + ": ";
          ConfigValidatorMesh.Rules found = mesh.find(authority, call.build());
          met.addAll(found.met());
          check(test, found).forEach(failure -> failures.add(prefix + failure));
        }
      }
    }
    return new CallTestResult(test, calls, failures.build(), met.build());
  }

  private static ImmutableList<String> check(
      ConfigValidatorCase test, ConfigValidatorMesh.Rules rules) {
    Differences differences = new Differences();
    compare(test, "route", test.route(), rules.last().map(HttpRoute::route), differences);
    compare(test, "redirect", test.redirect(), of(rules, HttpRoute::redirect), differences);
    compare(test, "rewrite", test.rewrite(), of(rules, HttpRoute::rewrite), differences);
    compare(test, "fault", test.fault(), of(rules, HttpRoute::fault), differences);
    compare(test, "headers", test.headerOperations(), of(rules, HttpRoute::headers), differences);
    compare(
        test, "delegate", test.delegate(), rules.first().flatMap(HttpRoute::delegate), differences);
    return differences.all();
  }

  /** A field of a rule and its delegate: the delegating rule takes precedence, as in Istio. */
  private static <T> Optional<T> of(
      ConfigValidatorMesh.Rules rules, Function<HttpRoute, Optional<T>> part) {
    return rules.first().flatMap(part).or(() -> rules.last().flatMap(part));
  }

  private static <T> void compare(
      ConfigValidatorCase test,
      String part,
      Optional<T> expected,
      Optional<T> actual,
      Differences differences) {
    if (expected.isEmpty() || expected.equals(actual) == test.wantMatch()) {
      return;
    }
    differences.add(
        part,
        actual.map(Object::toString).orElse("none"),
        (test.wantMatch() ? "" : "anything but ") + expected.get());
  }
}
