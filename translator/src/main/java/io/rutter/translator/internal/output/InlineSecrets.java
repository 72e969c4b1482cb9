// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.output;

import com.google.common.collect.ImmutableList;
import com.google.protobuf.Message;
import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CommonTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.TlsCertificate;
import io.rutter.translator.internal.proto.MessageWalk;
import java.util.Map;
import java.util.TreeMap;

/**
 * SDS secrets of a TLS context → static secrets of the same name, with a placeholder certificate. A
 * certificate revocation list is dropped, because it belongs to the CA that the placeholder
 * replaces. Collects the secrets that the resources of one bootstrap need.
 */
public final class InlineSecrets {
  private final Map<String, Secret> certificates = new TreeMap<>();
  private final Map<String, Secret> validationContexts = new TreeMap<>();

  /** Starts without secrets. */
  public InlineSecrets() {}

  /** The resource with its secrets taken from the bootstrap. */
  @SuppressWarnings("unchecked") // A rewritten message keeps its type.
  public <T extends Message> T inline(T resource) {
    return (T) MessageWalk.rewrite(resource, this::inlinePart);
  }

  /** The secrets that the resources ask for, certificates first, each kind sorted by name. */
  public ImmutableList<Secret> secrets() {
    return ImmutableList.<Secret>builder()
        .addAll(certificates.values())
        .addAll(validationContexts.values())
        .build();
  }

  private Message inlinePart(Message message) {
    if (!(message instanceof CommonTlsContext context)) {
      return message;
    }
    CommonTlsContext.Builder result = context.toBuilder();
    for (SdsSecretConfig.Builder asked : result.getTlsCertificateSdsSecretConfigsBuilderList()) {
      certificates.computeIfAbsent(asked.getName(), InlineSecrets::certificate);
      asked.clearSdsConfig();
    }
    if (result.hasValidationContextSdsSecretConfig()) {
      inlineValidation(result.getValidationContextSdsSecretConfigBuilder());
    }
    if (result.getCombinedValidationContext().hasValidationContextSdsSecretConfig()) {
      inlineValidation(
          result
              .getCombinedValidationContextBuilder()
              .getValidationContextSdsSecretConfigBuilder());
    }
    if (result.hasValidationContext()) {
      result.getValidationContextBuilder().clearCrl();
    }
    if (result.getCombinedValidationContext().hasDefaultValidationContext()) {
      result.getCombinedValidationContextBuilder().getDefaultValidationContextBuilder().clearCrl();
    }
    return result.build();
  }

  private void inlineValidation(SdsSecretConfig.Builder asked) {
    validationContexts.computeIfAbsent(asked.getName(), InlineSecrets::validationContext);
    asked.clearSdsConfig();
  }

  private static Secret certificate(String name) {
    return Secret.newBuilder()
        .setName(name)
        .setTlsCertificate(
            TlsCertificate.newBuilder()
                .setCertificateChain(text(PlaceholderCertificate.CHAIN))
                .setPrivateKey(text(PlaceholderCertificate.KEY)))
        .build();
  }

  private static Secret validationContext(String name) {
    return Secret.newBuilder()
        .setName(name)
        .setValidationContext(
            CertificateValidationContext.newBuilder()
                .setTrustedCa(text(PlaceholderCertificate.CHAIN)))
        .build();
  }

  private static DataSource text(String text) {
    return DataSource.newBuilder().setInlineString(text).build();
  }
}
