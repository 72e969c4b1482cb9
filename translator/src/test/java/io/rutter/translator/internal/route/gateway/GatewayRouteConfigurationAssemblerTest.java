// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSortedSet;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.envoyproxy.envoy.config.route.v3.VirtualHost.TlsRequirementType;
import io.rutter.model.Locality;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.ObjectMeta;
import io.rutter.model.Protocol;
import io.rutter.model.gateway.Gateway;
import io.rutter.model.gateway.GatewayPort;
import io.rutter.model.gateway.GatewayServer;
import io.rutter.model.gateway.ServerTls;
import io.rutter.model.problem.Problem;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.Redirect;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.TranslationOptions;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.route.RouteConfigurationsAssembler;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where gateways differ from istiod on purpose; what is equal is shown by golden cases. */
class GatewayRouteConfigurationAssemblerTest {
  private static final Proxy PROXY =
      Proxy.builder()
          .name("gateway")
          .namespace("istio-system")
          .type(ProxyType.GATEWAY)
          .locality(Locality.UNKNOWN)
          .build();

  private final List<Problem> problems = new ArrayList<>();

  @Test
  void aNamespaceIsNoPartOfADomainThatRedirectsToHttps() {
    GatewayServer server =
        server("shop/www.example.com").toBuilder()
            .tls(ServerTls.builder().httpsRedirect(true).build())
            .build();

    VirtualHost virtualHost = assemble(server).getVirtualHosts(0);

    assertThat(virtualHost.getDomainsList()).containsExactly("www.example.com");
    assertThat(virtualHost.getRequireTls()).isEqualTo(TlsRequirementType.ALL);
  }

  @Test
  void aRedirectWithACodeThatEnvoyDoesNotHaveIsReportedAndLeftOut() {
    VirtualService virtualService =
        VirtualService.builder()
            .metadata(ObjectMeta.of("default", "www"))
            .hosts("www.example.com")
            .gateways("default/gateway")
            .http(
                HttpRoute.builder()
                    .redirect(Redirect.builder().uri("/new").redirectCode(305).build())
                    .build())
            .build();

    RouteConfiguration configuration = assemble(server("*"), virtualService);

    assertThat(configuration.getVirtualHosts(0).getName()).isEqualTo("blackhole:80");
    assertThat(problems)
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).startsWith("redirectCode: 305"));
  }

  private RouteConfiguration assemble(GatewayServer server, VirtualService... virtualServices) {
    MeshSnapshot snapshot =
        MeshSnapshot.builder()
            .gateways(
                Gateway.builder()
                    .metadata(ObjectMeta.of("default", "gateway"))
                    .servers(server)
                    .build())
            .virtualServices(virtualServices)
            .build();
    MeshIndex mesh = MeshIndex.of(snapshot, TranslationOptions.defaults(), problems::add);
    ProxyScope scope = ProxyScope.of(mesh, PROXY, problems::add);
    return RouteConfigurationsAssembler.assemble(
            scope, ImmutableSortedSet.of("http.80"), problems::add)
        .get(0);
  }

  private static GatewayServer server(String host) {
    return GatewayServer.builder()
        .port(GatewayPort.builder().number(80).name("http").protocol(Protocol.HTTP).build())
        .hosts(host)
        .build();
  }
}
