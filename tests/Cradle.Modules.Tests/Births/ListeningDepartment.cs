using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Cradle.Platform.Connectors;

namespace Cradle.Modules.Tests.Births;

/// <summary>A department that takes everything and decides nothing by itself: the tests decide, in any order.</summary>
internal sealed class ListeningDepartment : IDisposable
{
    private readonly HttpListener listener = new();

    public ListeningDepartment()
    {
        Address = new Uri($"http://127.0.0.1:{BirthsSite.FreePort()}/");
        listener.Prefixes.Add(Address.ToString());
        listener.Start();
        _ = Task.Run(ListenAsync);
    }

    public Uri Address { get; }

    /// <summary>What it answers with; 202 unless told.</summary>
    public int Status { get; set; } = 202;

    public ConcurrentQueue<DepartmentRequest> Requests { get; } = new();

    /// <summary>The trace that each request came with.</summary>
    public ConcurrentQueue<string?> Traces { get; } = new();

    public ConcurrentQueue<string> Cancelled { get; } = new();

    /// <summary>The status that is read of a request.</summary>
    public DepartmentAnswer? Standing { get; set; }

    public DepartmentRequest Last(string service) => Requests.Last(request => request.Service == service);

    public void Dispose() => listener.Close();

    private async Task ListenAsync()
    {
        while (listener.IsListening)
        {
            try
            {
                Answer(await listener.GetContextAsync());
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void Answer(HttpListenerContext context)
    {
        using var memory = new MemoryStream();
        context.Request.InputStream.CopyTo(memory);
        context.Response.StatusCode = Status;
        Traces.Enqueue(context.Request.Headers["traceparent"]);
        if (context.Request.HttpMethod == "GET")
        {
            context.Response.StatusCode = Standing is null ? 404 : 200;
            if (Standing is { } standing)
                context.Response.OutputStream.Write(JsonSerializer.SerializeToUtf8Bytes(standing, ConnectorJson.Options));
        }
        else if (context.Request.RawUrl!.EndsWith("/cancellation", StringComparison.Ordinal))
        {
            Cancelled.Enqueue(context.Request.RawUrl);
        }
        else if (Status < 300)
        {
            Requests.Enqueue(JsonSerializer.Deserialize<DepartmentRequest>(memory.ToArray(), ConnectorJson.Options)!);
        }

        context.Response.Close();
    }
}
