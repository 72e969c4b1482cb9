// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.calltest;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.EnvoyResources;
import io.rutter.inspect.Simulator;
import io.rutter.inspect.internal.calltest.AllRouteConfigurations;
import io.rutter.inspect.internal.calltest.CallCheck;
import io.rutter.inspect.internal.calltest.ConfigValidatorCheck;
import io.rutter.inspect.internal.calltest.MetValues;
import io.rutter.inspect.internal.calltest.RouterCheck;
import io.rutter.model.problem.SourceMap;
import io.rutter.model.proxy.Proxy;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.XdsResources;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Runs tests of calls against a mesh, or against an Envoy's resources from elsewhere. Each proxy is
 * translated for when the first test needs it. Safe for use by several threads.
 */
public final class CallTestRunner {
  private final Map<String, Optional<Target>> targets = new ConcurrentHashMap<>();
  private final TargetFinder finder;
  private final Optional<Supplier<ConfigValidatorCheck>> virtualServices;
  private final Optional<String> defaultProxy;
  private final Optional<String> routes;

  /**
   * An Envoy to call.
   *
   * @param resources its resources
   * @param simulator says where calls to it end
   */
  private record Target(EnvoyResources resources, Simulator simulator) {}

  @FunctionalInterface
  private interface TargetFinder {
    Optional<Target> find(String proxy);
  }

  private CallTestRunner(
      TargetFinder finder,
      Optional<Supplier<ConfigValidatorCheck>> virtualServices,
      Optional<String> defaultProxy,
      Optional<String> routes) {
    this.finder = finder;
    this.virtualServices = virtualServices;
    this.defaultProxy = defaultProxy;
    this.routes = routes;
  }

  /**
   * A runner for the proxies of a mesh. Tests without a proxy use the mesh's only proxy.
   *
   * @param sources positions of its objects
   */
  public static CallTestRunner of(CompiledMesh mesh, SourceMap sources) {
    List<Proxy> proxies = mesh.snapshot().proxies();
    return new CallTestRunner(
        name ->
            proxies.stream()
                .filter(proxy -> proxy.id().equals(name))
                .findFirst()
                .map(proxy -> target(mesh, proxy, sources)),
        Optional.of(Suppliers.memoize(() -> ConfigValidatorCheck.of(mesh.snapshot()))::get),
        proxies.size() == 1 ? Optional.of(proxies.get(0).id()) : Optional.empty(),
        Optional.empty());
  }

  /** A runner for one Envoy, whatever proxy the tests name. */
  public static CallTestRunner of(EnvoyResources resources) {
    Target target = new Target(resources, Simulator.of(resources));
    return new CallTestRunner(
        name -> Optional.of(target), Optional.empty(), Optional.of(""), Optional.empty());
  }

  /** A copy with a default proxy, as {@code NAME.NAMESPACE}, for tests that name none. */
  public CallTestRunner withDefaultProxy(String proxy) {
    return new CallTestRunner(finder, virtualServices, Optional.of(proxy), routes);
  }

  /**
   * A copy with the name of the route configuration for tests of {@code router_check_tool}. It is
   * not needed if the proxy has only one by RDS; a configuration inside a listener of a mesh's
   * proxy has to be named.
   */
  public CallTestRunner withRouteConfiguration(String name) {
    return new CallTestRunner(finder, virtualServices, defaultProxy, Optional.of(name));
  }

  /** Runs one test. */
  public CallTestResult run(TestCase test) {
    if (test instanceof CallCase call) {
      return run(call);
    }
    return test instanceof RouterCheckCase check ? run(check) : run((ConfigValidatorCase) test);
  }

  private CallTestResult run(CallCase test) {
    Optional<Target> target = test.proxy().or(() -> defaultProxy).flatMap(this::target);
    if (target.isEmpty()) {
      return failed(test, noProxy(test.proxy()));
    }
    Simulator simulator = target.get().simulator();
    Call call = simulator.resolve(test.call());
    CallResult result = simulator.call(call);
    return new CallTestResult(
        test, 1, CallCheck.failures(test.expected(), call.mode(), result), MetValues.of(result));
  }

  private CallTestResult run(RouterCheckCase test) {
    Optional<Target> target = defaultProxy.flatMap(this::target);
    if (target.isEmpty()) {
      return failed(test, noProxy(Optional.empty()));
    }
    List<RouteConfiguration> all = AllRouteConfigurations.of(target.get().resources());
    List<RouteConfiguration> found =
        routes.isPresent()
            ? all.stream().filter(known -> known.getName().equals(routes.get())).toList()
            : unnamed(target.get().resources());
    if (found.size() != 1) {
      String which =
          found.isEmpty()
              ? "none " + routes.map(name -> "named " + name).orElse("that the proxy asks for")
              : names(found);
      String expected =
          all.isEmpty() ? "a proxy that has one" : "one, or the name of one of " + names(all);
      return failed(test, "route configuration: " + which + " (expected: " + expected + ")");
    }
    return RouterCheck.run(test, found.get(0), target.get().simulator());
  }

  private CallTestResult run(ConfigValidatorCase test) {
    return virtualServices.isEmpty()
        ? failed(test, "no VirtualServices: this form tests Istio configuration")
        : virtualServices.get().get().run(test);
  }

  /**
   * The configurations that a test may mean without a name: those of RDS. Listeners of a mesh's
   * proxy contain inbound routes only; other software may have all routes inside listeners.
   */
  private List<RouteConfiguration> unnamed(EnvoyResources resources) {
    return resources.routes().isEmpty() && virtualServices.isEmpty()
        ? AllRouteConfigurations.of(resources)
        : resources.routes();
  }

  private static String names(List<RouteConfiguration> configurations) {
    return configurations.stream().map(RouteConfiguration::getName).distinct().toList().toString();
  }

  private static CallTestResult failed(TestCase test, String reason) {
    return new CallTestResult(test, 0, ImmutableList.of(reason), ImmutableSet.of());
  }

  private static String noProxy(Optional<String> named) {
    return named
        .map(name -> "proxy: no proxy " + name)
        .orElse("proxy: not named (expected: NAME.NAMESPACE)");
  }

  private Optional<Target> target(String proxy) {
    return targets.computeIfAbsent(proxy, finder::find);
  }

  private static Target target(CompiledMesh mesh, Proxy proxy, SourceMap sources) {
    XdsResources resources = mesh.translate(proxy);
    return new Target(EnvoyResources.of(resources), Simulator.of(resources).withSources(sources));
  }
}
