// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.virtualservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.rutter.model.ObjectMeta;
import io.rutter.model.internal.validation.Reported;
import io.rutter.model.virtualservice.Destination;
import io.rutter.model.virtualservice.Fault;
import io.rutter.model.virtualservice.FaultAbort;
import io.rutter.model.virtualservice.FaultAbortError;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.HttpRouteDestination;
import io.rutter.model.virtualservice.Redirect;
import io.rutter.model.virtualservice.RetryPolicy;
import io.rutter.model.virtualservice.VirtualService;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** VirtualServices and what is in them, each with what is reported. */
class VirtualServiceValidatorTest {
  private static VirtualService.Builder service(HttpRoute.Builder... routes) {
    return VirtualService.builder()
        .metadata(ObjectMeta.of("shop", "reviews"))
        .hosts("reviews")
        .http(Stream.of(routes).map(HttpRoute.Builder::build).toList());
  }

  private static HttpRoute.Builder route() {
    Destination destination = Destination.builder().host("reviews").build();
    return HttpRoute.builder()
        .route(HttpRouteDestination.builder().destination(destination).build());
  }

  private static HttpRoute.Builder weighted(int first, int second, int third) {
    return HttpRoute.builder()
        .route(
            Stream.of(first, second, third)
                .map(
                    weight ->
                        HttpRouteDestination.of(
                            Destination.builder().host("reviews").build(), weight))
                .toList());
  }

  private static Fault abort(FaultAbortError error) {
    return Fault.builder().abort(FaultAbort.builder().error(error).build()).build();
  }

  static Stream<Arguments> values() {
    return Stream.of(
        arguments(service(route()).build(), List.of()),
        arguments(service().build(), List.of("spec: missing-field")),
        arguments(service(weighted(Integer.MAX_VALUE, Integer.MAX_VALUE, 1)).build(), List.of()),
        arguments(
            service(weighted(Integer.MAX_VALUE, Integer.MAX_VALUE, 2)).build(),
            List.of("spec.http[0].route: invalid-value")),
        arguments(service(HttpRoute.builder()).build(), List.of("spec.http[0]: missing-field")),
        arguments(service(route()).hosts("*").build(), List.of("spec.hosts[0]: invalid-value")),
        arguments(
            service(route()).hosts("a.example", "*.example").build(),
            List.of("spec.hosts[1]: conflicting-fields")),
        arguments(
            service(route()).hosts().gateways("edge").build(),
            List.of("spec.gateways: conflicting-fields")),
        arguments(
            service(route().retries(RetryPolicy.builder().attempts(-1).build())).build(),
            List.of("spec.http[0].retries.attempts: invalid-value")),
        arguments(
            service(route().retries(RetryPolicy.builder().attempts(0).retryOn("5xx").build()))
                .build(),
            List.of("spec.http[0].retries: conflicting-fields")),
        arguments(
            service(
                    route()
                        .retries(
                            RetryPolicy.builder().attempts(1).retryOn("5xx,503,sometimes").build()))
                .build(),
            List.of("spec.http[0].retries.retryOn: invalid-value")),
        arguments(
            service(route().fault(Fault.builder().build())).build(),
            List.of("spec.http[0].fault: missing-field")),
        arguments(
            service(route().fault(abort(new FaultAbortError.HttpStatus(503)))).build(), List.of()),
        arguments(
            service(route().fault(abort(new FaultAbortError.GrpcStatus("SOMETIMES")))).build(),
            List.of("spec.http[0].fault.abort.grpcStatus: invalid-value")),
        arguments(
            service(route().redirect(Redirect.builder().uri("/new").build())).build(),
            List.of("spec.http[0].route: conflicting-fields")),
        arguments(
            service(HttpRoute.builder().redirect(Redirect.builder().build())).build(),
            List.of("spec.http[0].redirect: missing-field")),
        arguments(
            service(
                    HttpRoute.builder()
                        .redirect(Redirect.builder().uri("/new").redirectCode(200).build()))
                .build(),
            List.of("spec.http[0].redirect.redirectCode: invalid-value")),
        arguments(
            service(route().timeout(Duration.ZERO)).build(),
            List.of("spec.http[0].timeout: invalid-value")));
  }

  @ParameterizedTest
  @MethodSource("values")
  void reports(VirtualService virtualService, List<String> expected) {
    assertThat(Reported.by(at -> VirtualServiceValidator.validate(virtualService, at)))
        .isEqualTo(expected);
  }
}
