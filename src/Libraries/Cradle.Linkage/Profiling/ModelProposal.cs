using Cradle.Linkage.Models;
using Cradle.Linkage.Normalisation;
using Cradle.Linkage.Reading;

namespace Cradle.Linkage.Profiling;

/// <summary>Proposes the fields of a model from the registers alone. Passes of blocking and probabilities follow from the data later.</summary>
public static class ModelProposal
{
    private const double NearlyUnique = 0.999;
    private const double FewWrong = 0.1;
    private const int FewestPlaceholders = 2;

    /// <summary>Profiles the registers and proposes a model.</summary>
    /// <param name="files">The registers.</param>
    /// <param name="idColumn">The column that names a record, or null to find it.</param>
    /// <exception cref="RegisterException">The column named as id is in no register, or no column can be evidence.</exception>
    public static LinkageModel Propose(IReadOnlyList<RegisterFile> files, string? idColumn = null)
    {
        if (idColumn is not null && !files.Any(file => file.Header.Contains(idColumn)))
        {
            throw new RegisterException($"No register has the column {idColumn}; there are {string.Join(", ", files.SelectMany(file => file.Header).Distinct())}.");
        }

        var ids = new List<string>();
        var fields = new List<FieldModel>();
        var childrensNames = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var columns = ColumnSample.Of(file);
            if (columns.All(column => column.Rows == 0))
            {
                throw new RegisterException(RegisterReader.WithoutRows(file));
            }

            var id = idColumn is not null && file.Header.Contains(idColumn) ? idColumn : RecordId(columns);
            if (id is not null && !ids.Contains(id))
            {
                ids.Add(id);
            }

            var known = fields.Count;
            foreach (var column in columns.Where(column => column.Header != id))
            {
                if (ColumnKind.Of(column) is { } kind)
                {
                    Add(fields, known, column.Header, kind);
                    if (kind == FieldKind.PersonName && column.Values.Count(value => PlaceholderName.MotherIn(value).Length > 0) >= FewestPlaceholders)
                    {
                        childrensNames.Add(column.Header);
                    }
                }
            }
        }

        AddMothers(fields, childrensNames);

        return fields.Count > 0
            ? new LinkageModel(ids, fields, [], [])
            : throw new RegisterException($"No column of {string.Join(", ", files.Select(file => file.Path))} can tell one person from another; give a model.");
    }

    // A column that is surely called an id names records though some ids stand twice or are missing, which the reading then tells; another has to be unique.
    private static string? RecordId(IReadOnlyList<ColumnSample> columns) => columns
        .Where(column => HeaderWords.RecordIdScore(column.Header) switch
        {
            2 => column.Distinct > 0 && column.Rows - column.Distinct <= Math.Max(1, FewWrong * column.Rows),
            1 => column.Filled >= NearlyUnique && column.DistinctShare >= NearlyUnique,
            _ => false,
        })
        .Where(column => ColumnKind.Of(column) is not (FieldKind.ResidentId or FieldKind.ParentId or FieldKind.Phone))
        .OrderByDescending(column => HeaderWords.RecordIdScore(column.Header)).FirstOrDefault()?.Header;

    // A child without a name is entered as 王芳之女: where the mother has no column of her own, her name is read from there.
    private static void AddMothers(List<FieldModel> fields, HashSet<string> childrensNames)
    {
        if (childrensNames.Count == 0)
        {
            return;
        }

        var at = fields.FindIndex(field => field.Kind == FieldKind.ParentName);
        if (at < 0)
        {
            fields.Add(new FieldModel(NameOf("", FieldKind.ParentName), FieldKind.ParentName, [.. childrensNames], HasFrequencies(FieldKind.ParentName)));
        }
        else
        {
            fields[at] = fields[at] with { Columns = [.. fields[at].Columns, .. childrensNames] };
        }
    }

    // A register's column joins a field of the registers before it: under the same header, or of a kind that a person has once.
    private static void Add(List<FieldModel> fields, int known, string header, FieldKind kind)
    {
        var at = fields.FindIndex(field => field.Columns.Contains(header));
        at = at >= 0 ? at : fields.FindIndex(0, known, field => field.Kind == kind && (IsOncePerPerson(kind) || kind == FieldKind.Identifier && field.Name == NameOf(header, kind)));
        if (at < 0)
        {
            var name = NameOf(header, kind);
            fields.Add(new FieldModel(fields.Exists(field => field.Name == name) ? Plain(header) : name, kind, [header], HasFrequencies(kind)));
        }
        else if (!fields[at].Columns.Contains(header))
        {
            fields[at] = fields[at] with { Columns = [.. fields[at].Columns, header] };
        }
    }

    private static bool IsOncePerPerson(FieldKind kind) => kind is FieldKind.ResidentId or FieldKind.PersonName or FieldKind.BirthDate or FieldKind.Sex
        or FieldKind.Phone or FieldKind.Address or FieldKind.GivenName or FieldKind.Surname or FieldKind.ParentId or FieldKind.ParentName;

    private static bool HasFrequencies(FieldKind kind) => kind is FieldKind.PersonName or FieldKind.ParentName or FieldKind.GivenName
        or FieldKind.Surname or FieldKind.Text or FieldKind.Code or FieldKind.Category;

    // Headers become names that a key such as name:sound can use.
    private static string NameOf(string header, FieldKind kind) => kind switch
    {
        FieldKind.ResidentId => "resident_id",
        FieldKind.ParentId => "parent_id",
        FieldKind.PersonName => "name",
        FieldKind.ParentName => "parent_name",
        FieldKind.BirthDate => "birth_date",
        FieldKind.Sex => "sex",
        FieldKind.Phone => "phone",
        FieldKind.Address => "address",
        FieldKind.Identifier when HeaderWords.IsCertificate(header) => "certificate",
        _ => Plain(header),
    };

    private static string Plain(string header) => header.Replace(' ', '_').Replace(':', '_').Replace('+', '_');
}
