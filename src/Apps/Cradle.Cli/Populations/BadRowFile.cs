using System.Globalization;
using System.Text;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations.Files;

namespace Cradle.Cli.Populations;

/// <summary>Lists bad rows: all of them in a file where one is named, the first few on standard error.</summary>
internal sealed class BadRowFile : IDisposable
{
    private const int Shown = 10;

    private readonly StreamWriter? _writer;
    private readonly Language _language;
    private long _count;

    public BadRowFile(string? path, Language language)
    {
        _language = language;
        if (path is null)
            return;
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            Directory.CreateDirectory(folder);
        _writer = new StreamWriter(path, append: false, new UTF8Encoding(false));
        _writer.Write("file,line,column,field,reason,remedy\n");
    }

    public void Add(BadRow row)
    {
        if (_count++ < Shown)
            Console.Error.WriteLine(row);
        else if (_count == Shown + 1)
            Console.Error.WriteLine(_writer is null ? "… more rows are wrong; --bad-rows FILE lists all of them." : "… the others are in the file.");
        _writer?.Write(string.Create(CultureInfo.InvariantCulture, $"{Quoted(row.File)},{row.Line},{row.Column},{Quoted(row.Field)},{Quoted(row.Reason.In(_language))},{Quoted(row.Remedy.In(_language))}\n"));
    }

    public void Dispose() => _writer?.Dispose();

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
