// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.random;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.rutter.model.ConfigKey;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.ResourceKind;
import io.rutter.translator.Translator;
import io.rutter.translator.XdsResources;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;

/**
 * What would be otherwise if a rule were: a rule that is changed changes the routes that are said
 * to be made from it and no other, and an object that is removed changes only resources that are
 * said to be made from it. {@code -Drutter.meshes=1000} asks for more meshes, {@code
 * -Drutter.firstSeed} for others.
 */
class CounterfactualsTest {
  private static final int MESHES = Integer.getInteger("rutter.meshes", 60);
  private static final long FIRST_SEED = Long.getLong("rutter.firstSeed", 1);

  /** A time limit that no random rule has. */
  private static final Duration UNUSUAL = Duration.ofMillis(7_777);

  /** A route by its place. */
  private record Place(String proxy, String configuration, int host, int route) {}

  @Test
  void aRuleThatIsChangedChangesItsRoutesOnly() {
    int changed = 0;
    for (String yaml : texts(RandomWholeMesh.yaml())) {
      MeshSnapshot mesh = OriginsTest.load(yaml).snapshot();
      CompiledMesh before = Translator.create().compile(mesh);
      for (VirtualService service : mesh.virtualServices()) {
        for (int i = 0; i < service.http().size(); i++) {
          if (service.http().get(i).delegate().isEmpty()) {
            changed += check(before, service, i);
          }
        }
      }
    }
    assertThat(changed).isGreaterThan(MESHES);
  }

  private static int check(CompiledMesh before, VirtualService service, int rule) {
    List<HttpRoute> rules = new ArrayList<>(service.http());
    rules.set(rule, rules.get(rule).toBuilder().timeout(UNUSUAL).build());
    CompiledMesh after =
        before.with(before.snapshot().with(service.toBuilder().http(rules).build()));
    ConfigKey key = ConfigKey.of("VirtualService", service.metadata());
    Set<Place> different = new HashSet<>();
    Set<Place> told = new HashSet<>();
    for (Proxy proxy : before.snapshot().proxies()) {
      XdsResources was = before.translate(proxy);
      XdsResources is = after.translate(proxy);
      Map<String, RouteConfiguration> next = new HashMap<>();
      is.routes().forEach(routes -> next.put(routes.getName(), routes));
      for (RouteConfiguration routes : was.routes()) {
        ImmutableSet<String> parts =
            was.originsOf(ResourceKind.ROUTES, routes.getName()).stream()
                .filter(origin -> origin.object().equals(key))
                .filter(origin -> origin.path().equals("spec.http[" + rule + "]"))
                .map(origin -> origin.part())
                .collect(ImmutableSet.toImmutableSet());
        for (int i = 0; i < routes.getVirtualHostsCount(); i++) {
          for (int j = 0; j < routes.getVirtualHosts(i).getRoutesCount(); j++) {
            Route one = routes.getVirtualHosts(i).getRoutes(j);
            Place place = new Place(proxy.id(), routes.getName(), i, j);
            if (!one.equals(
                requireNonNull(next.get(routes.getName())).getVirtualHosts(i).getRoutes(j))) {
              different.add(place);
            }
            if (one.hasRoute() && parts.contains("virtualHosts[" + i + "].routes[" + j + "]")) {
              told.add(place);
            }
          }
        }
      }
    }
    assertThat(different).as("%s rule %s", key, rule).isEqualTo(told);
    return different.size();
  }

  private static ImmutableList<String> texts(Arbitrary<String> meshes) {
    ImmutableList.Builder<String> all = ImmutableList.builder();
    JqwikSession.run(
        () -> {
          RandomGenerator<String> generator = meshes.generator(1000);
          for (long seed = FIRST_SEED; seed < FIRST_SEED + MESHES; seed++) {
            all.add(generator.next(new Random(seed)).value());
          }
        });
    return all.build();
  }
}
