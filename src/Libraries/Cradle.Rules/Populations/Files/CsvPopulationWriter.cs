using System.Globalization;
using System.Text;
using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Populations.Files;

/// <summary>
/// Writes a population as families.csv, children.csv and elders.csv, one family after the other. The number of families is written after the last, so that a
/// file that is cut off is known for it.
/// </summary>
public sealed class CsvPopulationWriter : IDisposable
{
    // The remark is written with room for any number, and filled in at the end.
    private const string CountRemark = "# families: ";
    private const int CountDigits = 12;

    private readonly Vocabulary _vocabulary;
    private readonly FileStream _stream;
    private readonly StreamWriter _families;
    private readonly StreamWriter _children;
    private readonly StreamWriter _elders;
    private readonly long _countAt;
    private readonly StringBuilder _line = new();
    private long _count;

    /// <summary>Begins the tables in a folder, which is made where it is not there.</summary>
    public CsvPopulationWriter(string folder, Vocabulary vocabulary, PopulationHeader header)
    {
        _vocabulary = vocabulary;
        Directory.CreateDirectory(folder);
        _stream = File.Create(Path.Combine(folder, CsvFiles.FamiliesName));
        _families = Writer(_stream);
        _children = Writer(File.Create(Path.Combine(folder, CsvFiles.ChildrenName)));
        _elders = Writer(File.Create(Path.Combine(folder, CsvFiles.EldersName)));
        foreach (var writer in new[] { _families, _children, _elders })
            WriteRemarks(writer, header);
        _families.Flush();
        _countAt = _stream.Position + CountRemark.Length;
        _families.Write(CountRemark + new string('0', CountDigits) + "\n");
        _families.Write("familyId,weight" + Heads("", EntityKind.Family) + Heads("mother.", EntityKind.Parent) + Heads("father.", EntityKind.Parent) + "\n");
        _children.Write("familyId" + Heads("", EntityKind.Child).Replace(",expected", ",dueDate", StringComparison.Ordinal) + "\n");
        _elders.Write("familyId,parent" + Heads("", EntityKind.Elder) + "\n");
    }

    /// <summary>Writes a family.</summary>
    public void Write(FamilyRecord record)
    {
        _count++;
        var facts = record.Facts;
        _line.Clear().Append(record.Id).Append(',').Append(record.Weight.ToString(CultureInfo.InvariantCulture));
        Cells(facts.Family, EntityKind.Family);
        Cells(facts.Mother, EntityKind.Parent);
        Cells(facts.Father, EntityKind.Parent);
        _families.Write(_line.Append('\n'));
        foreach (var child in facts.Children ?? [])
        {
            _line.Clear().Append(record.Id);
            Child(child);
            _children.Write(_line.Append('\n'));
        }

        foreach (var (who, elders) in new[] { ("mother", facts.MotherElders), ("father", facts.FatherElders) })
            foreach (var elder in elders ?? [])
            {
                _line.Clear().Append(record.Id).Append(',').Append(who);
                Cells(elder, EntityKind.Elder);
                _elders.Write(_line.Append('\n'));
            }
    }

    /// <summary>Ends the tables. Without it the files say that they hold no family, and are refused as truncated.</summary>
    public void Complete()
    {
        _families.Flush();
        _stream.Position = _countAt;
        _stream.Write(Encoding.ASCII.GetBytes(_count.ToString(new string('0', CountDigits), CultureInfo.InvariantCulture)));
        _stream.Position = _stream.Length;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _families.Dispose();
        _children.Dispose();
        _elders.Dispose();
    }

    private static StreamWriter Writer(FileStream stream) => new(stream, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };

    private static void WriteRemarks(StreamWriter writer, PopulationHeader header)
    {
        if (header.IsSynthetic)
            writer.Write("# synthetic: true\n# warning: no family in this file is real 合成数据，不是真实家庭\n");
        if (header.AsOf is { } day)
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"# as-of: {day:yyyy-MM-dd}\n"));
        if (header.Label.Zh.Length > 0)
            writer.Write($"# label: {header.Label.Zh}\n# label-en: {header.Label.En}\n");
        if (header.Source.Length > 0)
            writer.Write($"# source: {header.Source}\n");
        if (header.Scale != SampleScale.One)
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"# scale: {header.Scale.Numerator}/{header.Scale.Denominator}\n"));
    }

    private string Heads(string prefix, EntityKind kind) => string.Concat(_vocabulary.FactsOf(kind).Select(fact => $",{prefix}{string.Join('.', fact.JsonPath)}"));

    private void Cells(EntityFacts facts, EntityKind kind)
    {
        foreach (var fact in _vocabulary.FactsOf(kind))
        {
            _line.Append(',');
            if (facts.TryGet(fact.Slot, out var value))
                _line.Append(Text(value, fact.Type));
        }
    }

    /// <summary>A child that is expected has its due date in place of a birth date.</summary>
    private void Child(EntityFacts child)
    {
        var isExpected = _vocabulary.Find(EntityKind.Child, "expected") is { } expected && child.TryGet(expected.Slot, out var flag) && flag == 1;
        foreach (var fact in _vocabulary.FactsOf(EntityKind.Child))
        {
            _line.Append(',');
            if (fact.Path == "expected" && isExpected && _vocabulary.Find(EntityKind.Child, "birth_date") is { } birth && child.TryGet(birth.Slot, out var due))
                _line.Append(Text(due, birth.Type));
            else if (fact.Path != "expected" && !(isExpected && fact.Path == "birth_date") && child.TryGet(fact.Slot, out var value))
                _line.Append(Text(value, fact.Type));
        }
    }

    private static string Text(long value, RuleType type) => type.Kind != ValueKind.Set ? ValueFormat.Text(value, type)
        : value == 0 ? "[]" : string.Join('|', type.Enumeration!.JsonMembers.Where((_, index) => (value >> index & 1) != 0));
}
