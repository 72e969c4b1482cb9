// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.analysis;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import io.rutter.model.problem.Problem;
import io.rutter.model.proxy.Proxy;
import io.rutter.testdata.analysis.NamedClusters.Missing;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Findings about clusters that some proxies do not get: each is told by its words, and true if
 * there is such a proxy.
 */
final class MissingClusterClaims {
  private static final Pattern PORT_OF_OTHER =
      Pattern.compile("port: (\\d+) of (\\S+) has no cluster, as .*");
  private static final Pattern GOES_BEFORE =
      Pattern.compile("(\\S+) goes before \\S+, so that port (\\d+) has no cluster .*");
  private static final Pattern DESTINATION =
      Pattern.compile("host: (\\S+) has no cluster for port (\\d+) .*");
  private static final Pattern PORT_OF_LISTENER =
      Pattern.compile("port: none, .*, and (\\S+) has no port ([0-9, ]+) \\(.*");
  private static final Pattern PORT_OF_PROVIDER =
      Pattern.compile("port: (\\d+) \\(expected: .* of (\\S+)\\)");
  private static final Pattern HIDDEN =
      Pattern.compile("host: port (\\d+) of (\\S+) is not there for proxies of (.+) \\(.*");
  private static final Pattern SUBSET =
      Pattern.compile("subset: (\\S+) is not there for proxies of (.+) \\(.* for (\\S+)\\)");
  private static final Pattern NO_ENDPOINT =
      Pattern.compile("no endpoint of (\\S+), so that it has no cluster .*");

  private static final Pattern UPPER_CASE =
      Pattern.compile("host: (\\S+) has no cluster for its routes .*");

  private final TranslatedProxies translated;

  MissingClusterClaims(TranslatedProxies translated) {
    this.translated = translated;
  }

  /** Whether a finding is of this kind. */
  static boolean isOne(Problem finding) {
    return Stream.of(
            PORT_OF_OTHER,
            GOES_BEFORE,
            DESTINATION,
            PORT_OF_LISTENER,
            HIDDEN,
            SUBSET,
            NO_ENDPOINT,
            UPPER_CASE)
        .anyMatch(pattern -> pattern.matcher(finding.message()).matches());
  }

  boolean hold(Problem finding) {
    String message = finding.message();
    Matcher words = PORT_OF_OTHER.matcher(message);
    if (words.matches()) {
      return isMissing(words.group(1), words.group(2));
    }
    words = GOES_BEFORE.matcher(message);
    if (words.matches()) {
      return isMissing(words.group(2), words.group(1));
    }
    words = DESTINATION.matcher(message);
    if (words.matches()) {
      return isMissing(words.group(2), words.group(1));
    }
    words = PORT_OF_LISTENER.matcher(message);
    if (words.matches()) {
      String host = words.group(1);
      return Splitter.on(", ").splitToList(words.group(2)).stream()
          .allMatch(port -> isMissing(port, host) && nobodyHas(port, host));
    }
    words = HIDDEN.matcher(message);
    if (words.matches()) {
      String port = words.group(1);
      String host = words.group(2);
      return eachMisses(
          words.group(3), each -> each.port().equals(port) && each.host().equals(host));
    }
    words = SUBSET.matcher(message);
    if (words.matches()) {
      String subset = words.group(1);
      String host = words.group(3);
      return eachMisses(
          words.group(2), each -> each.subset().equals(subset) && each.host().equals(host));
    }
    words = UPPER_CASE.matcher(message);
    if (words.matches()) {
      return isMissingHost(Ascii.toLowerCase(words.group(1)));
    }
    words = NO_ENDPOINT.matcher(message);
    return words.matches() && isMissingHost(words.group(1));
  }

  /** Some proxy is told to use the port of a provider, and none has a cluster for it. */
  boolean nobodyHasPort(Problem finding) {
    Matcher words = PORT_OF_PROVIDER.matcher(finding.message());
    return words.matches()
        && isMissing(words.group(1), words.group(2))
        && nobodyHas(words.group(1), words.group(2));
  }

  private boolean isMissing(String port, String host) {
    return translated
        .everyone()
        .flatMap(resources -> NamedClusters.missing(resources).stream())
        .anyMatch(each -> each.port().equals(port) && each.host().equals(host));
  }

  private boolean isMissingHost(String host) {
    return translated
        .everyone()
        .flatMap(resources -> NamedClusters.missing(resources).stream())
        .anyMatch(each -> each.host().equals(host));
  }

  private boolean nobodyHas(String port, String host) {
    return translated
        .everyone()
        .flatMap(resources -> TranslatedProxies.clusterNames(resources).stream())
        .noneMatch(name -> name.startsWith("outbound|" + port + "|") && name.endsWith("|" + host));
  }

  /** In each of the namespaces a proxy that the mesh names lacks it. */
  private boolean eachMisses(String namespaces, Predicate<Missing> wanted) {
    List<Proxy> named = translated.snapshot().proxies();
    return Splitter.on(", ").splitToList(namespaces).stream()
        .allMatch(
            namespace ->
                translated.resources().stream()
                    .filter(resources -> named.contains(resources.proxy()))
                    .filter(resources -> resources.proxy().namespace().equals(namespace))
                    .flatMap(resources -> NamedClusters.missing(resources).stream())
                    .anyMatch(wanted));
  }
}
