using System.Diagnostics;
using System.Globalization;
using Cradle.Platform.Connectors;
using Cradle.Platform.Processes;
using Cradle.Platform.Web.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Cradle.Platform.Web.Connectors;

/// <summary>
/// Before an endpoint that takes signed requests: reads the body, checks who signed it, and begins the process in that partner's
/// name. What does not pass is answered here with the reason, and reaches nothing.
/// </summary>
internal sealed class PartnerIdentification(RequestDelegate next, TimeProvider time)
{
    private const int MaximumBytes = 64 * 1024;

    public async Task InvokeAsync(HttpContext context, ConnectorGate gate, ProcessScope process)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<SignedByPartner>() is null)
        {
            await next(context);
            return;
        }

        var body = await ReadAsync(context);
        if (body is null)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        var (request, signature, missing) = Read(context.Request);
        var (partner, error) = missing is not null ? (null, missing) : await gate.CheckAsync(request!, signature, body, context.RequestAborted);
        if (partner is null)
        {
            await ApiProblem.Of(StatusCodes.Status401Unauthorized, ConnectorWords.Of(error!)).ExecuteAsync(context);
            return;
        }

        context.Items[typeof(ConnectorCaller)] = new ConnectorCaller(partner.Name, request!.IdempotencyKey, request.Digest);
        process.Begin(new ProcessContext
        {
            Actor = new Actor(ActorKind.Department, partner.Name), Process = "platform.connector",
            Correlation = Activity.Current is { } activity ? Guid.ParseExact(activity.TraceId.ToHexString(), "N") : Guid.CreateVersion7(time.GetUtcNow()),
        });
        context.Request.Body = new MemoryStream(body);
        await next(context);
    }

    private static async Task<byte[]?> ReadAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MaximumBytes;
        if (context.Request.ContentLength > MaximumBytes)
            return null;
        using var memory = new MemoryStream();
        await context.Request.Body.CopyToAsync(memory, context.RequestAborted);
        return memory.Length > MaximumBytes ? null : memory.ToArray();
    }

    private static (SignedRequest?, string Signature, ConnectorError? Missing) Read(HttpRequest request)
    {
        string Header(string name) => request.Headers[name] is [{ Length: > 0 and <= 200 } value] ? value : "";
        string[] names = [SignedRequest.KeyHeader, SignedRequest.NonceHeader, SignedRequest.IdempotencyHeader, SignedRequest.DigestHeader, SignedRequest.SignatureHeader];
        if (Array.Find(names, name => Header(name).Length == 0) is { } absent)
            return (null, "", new ConnectorError.Unsigned(absent));
        if (!long.TryParse(Header(SignedRequest.TimestampHeader), NumberStyles.None, CultureInfo.InvariantCulture, out var timestamp))
            return (null, "", new ConnectorError.Unsigned(SignedRequest.TimestampHeader));
        if (Header(SignedRequest.NonceHeader).Length > SignedRequest.NonceLength)
            return (null, "", new ConnectorError.Unsigned(SignedRequest.NonceHeader));
        if (Header(SignedRequest.IdempotencyHeader).Length > IncomingRequest.KeyLength)
            return (null, "", new ConnectorError.Unsigned(SignedRequest.IdempotencyHeader));
        var signed = new SignedRequest(
            request.Method, request.Path.ToUriComponent() + request.QueryString.ToUriComponent(), Header(SignedRequest.KeyHeader), timestamp,
            Header(SignedRequest.NonceHeader), Header(SignedRequest.IdempotencyHeader), Header(SignedRequest.DigestHeader));
        return (signed, Header(SignedRequest.SignatureHeader), null);
    }
}
