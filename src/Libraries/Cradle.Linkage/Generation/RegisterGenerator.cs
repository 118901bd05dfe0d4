using System.Globalization;
using Cradle.Linkage.Reporting;

namespace Cradle.Linkage.Generation;

/// <summary>
/// Writes invented registers of three departments, each with its own headers, dates and gaps, and the truth beside them.
/// No record is of a real person. The same seed gives the same files.
/// </summary>
public static class RegisterGenerator
{
    private const double InPolice = 0.9;
    private const double InHealth = 0.6;
    private const double InInsurance = 0.6;
    private const double CertificateMissing = 0.1;
    private const double MotherMissing = 0.05;

    /// <summary>Writes <c>police.csv</c>, <c>health.csv</c>, <c>insurance.csv</c> and <c>truth.csv</c> (source, id, person).</summary>
    /// <param name="folder">Where to write; made where it is missing.</param>
    /// <param name="records">Records of all registers together, at least.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="cancel">Stops the writing.</param>
    /// <returns>Records and persons written.</returns>
    public static (long Records, long Persons) Write(string folder, long records, int seed, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        var random = new Random(seed);
        var population = new Population(random);
        var errors = new ErrorModel(random);
        using var police = new CsvOutput(Path.Combine(folder, "police.csv"), "编号", "姓名", "性别", "出生日期", "身份证号", "住址", "手机号", "母亲姓名", "母亲身份证号", "出生证编号");
        using var health = new CsvOutput(Path.Combine(folder, "health.csv"), "id", "name", "sex", "birth_date", "id_number", "address", "phone", "mother_name", "mother_id", "birth_certificate", "birth_order");
        using var insurance = new CsvOutput(Path.Combine(folder, "insurance.csv"), "编号", "姓名", "性别", "出生日期", "身份证号", "联系电话", "住址");
        using var truth = new CsvOutput(Path.Combine(folder, "truth.csv"), "source", "id", "person");
        long written = 0;
        long persons = 0;
        while (written < records)
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var person in population.Household())
            {
                var before = written;
                if (errors.Happens(InPolice))
                {
                    var id = Begin(police, truth, "police", 'P', ++written, persons);
                    Police(police, id, person, errors);
                }

                if (errors.Happens(InHealth) || person.IsNewborn)
                {
                    var id = Begin(health, truth, "health", 'H', ++written, persons);
                    Health(health, id, person, errors);
                }

                if (errors.Happens(InInsurance))
                {
                    var id = Begin(insurance, truth, "insurance", 'M', ++written, persons);
                    Insurance(insurance, id, person, errors);
                }

                persons += written > before ? 1 : 0;
            }
        }

        return (written, persons);
    }

    private static string Begin(CsvOutput register, CsvOutput truth, string source, char letter, long number, long person)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{letter}{number:00000000}");
        Row(truth, source, id, string.Create(CultureInfo.InvariantCulture, $"{person}"));
        return id;
    }

    private static void Police(CsvOutput output, string id, InventedPerson person, ErrorModel errors) => Row(output, id,
        errors.Name(person, isBirthRecord: false), errors.Sex(person), errors.Born(person).ToString("yyyyMMdd", CultureInfo.InvariantCulture), errors.Id(person, isBirthRecord: false),
        errors.Address(person), errors.Phone(person), MotherName(person, errors), MotherId(person, errors), errors.Sometimes(person.Certificate ?? "", CertificateMissing));

    private static void Health(CsvOutput output, string id, InventedPerson person, ErrorModel errors) => Row(output, id,
        errors.Name(person, isBirthRecord: true), errors.Sex(person), errors.Born(person).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), errors.Id(person, isBirthRecord: true),
        errors.Address(person), errors.Phone(person), MotherName(person, errors), MotherId(person, errors), person.Certificate ?? "",
        person.BirthOrder == 0 ? "" : person.BirthOrder.ToString(CultureInfo.InvariantCulture));

    private static void Insurance(CsvOutput output, string id, InventedPerson person, ErrorModel errors) => Row(output, id,
        errors.Name(person, isBirthRecord: false), errors.Sex(person), errors.Born(person).ToString("yyyy年M月d日", CultureInfo.InvariantCulture), errors.Id(person, isBirthRecord: false),
        errors.Phone(person), errors.Address(person));

    private static string MotherName(InventedPerson person, ErrorModel errors) => person.Mother is { } mother ? errors.Sometimes(errors.Name(mother, isBirthRecord: false), MotherMissing) : "";

    private static string MotherId(InventedPerson person, ErrorModel errors) => person.Mother is { } mother ? errors.Id(mother, isBirthRecord: false) : "";

    private static void Row(CsvOutput output, params ReadOnlySpan<string> cells)
    {
        foreach (var cell in cells)
        {
            output.Cell(cell);
        }

        output.EndRow();
    }
}
