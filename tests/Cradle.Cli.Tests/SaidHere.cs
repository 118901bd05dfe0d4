using System.Text;

namespace Cradle.Cli.Tests;

/// <summary>A stream of the console that keeps apart what is said on behalf of each listener, so that tests run beside each other.</summary>
internal sealed class SaidHere : TextWriter
{
    private readonly AsyncLocal<TextWriter?> listening = new();
    private readonly TextWriter otherwise;

    private SaidHere(TextWriter otherwise) => this.otherwise = otherwise;

    public override Encoding Encoding => otherwise.Encoding;

    private TextWriter Now => listening.Value ?? otherwise;

    public static SaidHere InsteadOf(TextWriter stream, Action<TextWriter> set)
    {
        var here = new SaidHere(stream);
        set(here);
        return here;
    }

    /// <summary>Keeps what this flow of execution, and what it starts, says from now on.</summary>
    public Listener Listen() => new(this);

    public override void Write(char value) => Now.Write(value);

    public override void Write(char[] buffer, int index, int count) => Now.Write(buffer, index, count);

    public override void Write(ReadOnlySpan<char> buffer) => Now.Write(buffer);

    public override void Write(string? value) => Now.Write(value);

    public override void Flush() => Now.Flush();

    internal sealed class Listener : IDisposable
    {
        private readonly StringWriter said = new();
        private readonly TextWriter one;
        private readonly SaidHere stream;

        public Listener(SaidHere stream)
        {
            (this.stream, one) = (stream, Synchronized(said));
            stream.listening.Value = one;
        }

        public string Said
        {
            get
            {
                lock (one)   // as its own methods do
                    return said.ToString();
            }
        }

        public void Dispose() => stream.listening.Value = null;
    }
}
