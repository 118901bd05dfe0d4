using System.Buffers;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Explain;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;
using Microsoft.AspNetCore.Http;

namespace Cradle.Entitlements.Api;

/// <summary>An answer, some hundred kilobytes: written in one piece into a pooled buffer, so that it goes out with its length rather than in forty chunks.</summary>
internal sealed class AnswerResult(Answer answer, IReadOnlyList<FactProblem> warnings, Language language, Func<Outcome, Reason?>? because) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var body = new PooledBuffer();
        AnswerWriter.Write(body, answer, warnings, language, because);
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        httpContext.Response.ContentLength = body.Written.Length;
        await httpContext.Response.Body.WriteAsync(body.Written, httpContext.RequestAborted);
    }

    /// <summary>Grows in arrays of the shared pool and gives the last one back when the answer is out.</summary>
    private sealed class PooledBuffer : IBufferWriter<byte>, IDisposable
    {
        private const int UsualSize = 256 * 1024;

        private byte[] bytes = ArrayPool<byte>.Shared.Rent(UsualSize);
        private int length;

        public ReadOnlyMemory<byte> Written => bytes.AsMemory(0, length);

        public void Advance(int count) => length += count;

        public Memory<byte> GetMemory(int sizeHint = 0)
        {
            if (bytes.Length - length < Math.Max(sizeHint, 1))
            {
                var larger = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length * 2, length + sizeHint));
                Written.CopyTo(larger);
                ArrayPool<byte>.Shared.Return(bytes);
                bytes = larger;
            }

            return bytes.AsMemory(length);
        }

        public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

        public void Dispose() => ArrayPool<byte>.Shared.Return(bytes);
    }
}
