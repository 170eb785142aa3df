"""What late or wrong declarations and payments cost: civil sanctions, fines and waivers."""
